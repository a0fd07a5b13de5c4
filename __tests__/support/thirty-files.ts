import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { ChangeSet } from "../../lib/changes/change-set.ts";

const NUMBERS = Array.from({ length: 30 }, (_, i) => i);

/** A project of 30 files in nested folders, with all that text can have: line ends, byte order marks, modes, names. */
export function layThirtyFiles(root: string): void {
  rmSync(root, { recursive: true, force: true });
  for (const i of NUMBERS) {
    const path = join(root, pathOf(i));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, oldText(i));
    chmodSync(path, [0o644, 0o755, 0o600, 0o664][i % 4]!);
  }
}

/** Modifies half of the files, deletes two, and creates eight: some beside others, some in new folders. */
export function changesOfThirtyFiles(): ChangeSet {
  const changes = new ChangeSet();
  const lay = (path: string, before: string | undefined, after: string | undefined) =>
    changes.lay(path, before, { transform: "test", spans: [], reasons: [], after: after as string });
  for (const i of NUMBERS.filter((i) => i % 2 === 0)) lay(pathOf(i), oldText(i), `// changed\r\n${oldText(i)}`);
  for (const i of [5, 11]) lay(pathOf(i), oldText(i), undefined);
  for (const i of NUMBERS.slice(0, 4)) {
    lay(`src/app/new-${i}.ts`, undefined, `export const created = ${i};\n`);
    lay(`src/added/deep ${i}/${"é".repeat(i)}/file.ts`.replace("//", "/"), undefined, "x".repeat(20_000));
  }
  return changes;
}

function pathOf(i: number): string {
  return [`src/app/page-${i}.tsx`, `src/lib/a/b/module ${i}.ts`, `[locale]/(group)/@slot/ünï-${i}.ts`, `file-${i}.js`][i % 4]!;
}

function oldText(i: number): string {
  return `${i % 3 === 0 ? "\uFEFF" : ""}export const n = ${i};${i % 5 === 0 ? "\r\n" : "\n"}${"// line\n".repeat(i)}${i % 7 === 0 ? "no newline at the end" : ""}`;
}

/** Every file with its mode and bytes, and every folder; links left out. */
export function snapshot(root: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isSymbolicLink()) continue;
    const { mode } = lstatSync(path);
    found[relative(root, path)] = entry.isDirectory()
      ? "folder"
      : `${(mode & 0o7777).toString(8)} ${readFileSync(path).toString("latin1")}`;
  }
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
}
