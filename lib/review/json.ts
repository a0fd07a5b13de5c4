import type { Finding } from "../findings/index.ts";
import type { FileReview, Hunk } from "./file-review.ts";
import type { RunReview, Summary } from "./run-review.ts";
import { unifiedDiff } from "./unified-diff.ts";

/** What `--json` prints; schema/run.schema.json describes it. */
export interface JsonDocument {
  version: 1;
  root: string;
  dry: boolean;
  changes: { path: string; kind: FileReview["kind"]; transforms: string[]; reasons: string[]; diff: string }[];
  findings: Finding[];
  summary: Summary;
}

export function jsonDocument({ root, written, files, findings, summary }: RunReview): JsonDocument {
  const changes = files.map((file) => ({
    path: file.path,
    kind: file.kind,
    transforms: file.transforms,
    reasons: reasonsIn(file.hunks),
    diff: unifiedDiff(file),
  }));
  return { version: 1, root, dry: !written, changes, findings: findings.map(jsonFinding), summary };
}

/** Only what the schema names, whatever else a finding carries. */
function jsonFinding({ rule, severity, path, line, column, transform, message, help }: Finding): Finding {
  return { rule, severity, path, line, column, transform, message, help };
}

function reasonsIn(hunks: readonly Hunk[]): string[] {
  return [...new Set(hunks.flatMap(({ causes }) => causes.map(({ reason }) => reason)))];
}
