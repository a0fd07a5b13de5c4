import { apply } from "../../lib/changes/apply.ts";
import { discover } from "../../lib/discover.ts";
import { migrate, type MigrateResult } from "../../lib/migrate.ts";
import type { Transform } from "../../lib/transform.ts";
import { transforms } from "../../transforms/index.ts";

/** The transforms that a fixture's folder name means. */
export function transformsNamed(name: string): readonly Transform[] {
  if (name === "all") return transforms;
  const found = transforms.filter((transform) => transform.name === name);
  if (found.length === 0) throw new Error(`No transform is called ${name}.`);
  return found;
}

/** A run over a folder up to, and with `write` including, its last step. */
export async function run(
  folder: string,
  selected: readonly Transform[],
  options: Record<string, string>,
  { write }: { write: boolean },
): Promise<MigrateResult> {
  const found = discover({ cwd: folder, paths: [] });
  const result = await migrate({ ...found, transforms: selected, options });
  if (write) apply(found.workspace.root, result.changes);
  return result;
}

export function findingLines({ report }: MigrateResult): string[] {
  return report.findings
    .map(
      ({ severity, rule, path, line, column }) =>
        `${severity} ${rule} ${[path, line, column].filter((part) => part !== undefined).join(":")}`,
    )
    .sort();
}
