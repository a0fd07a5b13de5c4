import { kindOf, reasonsOf, transformsOf } from "../changes/change-set.ts";
import type { Discovery } from "../discover.ts";
import type { Finding } from "../findings/index.ts";
import type { MigrateResult } from "../migrate.ts";
import { unifiedDiff } from "./unified-diff.ts";

export interface JsonDocument {
  version: 1;
  root: string;
  dry: boolean;
  changes: { path: string; kind: "create" | "modify" | "delete"; transforms: string[]; reasons: string[]; diff: string }[];
  findings: Finding[];
  summary: Summary;
}

export interface Summary {
  /** Files of the apps. */
  scanned: number;
  /** Files whose syntax tree was read. */
  parsed: number;
  created: number;
  changed: number;
  /** Places left alone with a warning or an error. */
  leftAlone: number;
  failed: number;
}

export function jsonDocument(result: MigrateResult, found: Discovery, { dry, named }: { dry: boolean; named: (path: string) => string }): JsonDocument {
  const failures = result.report.failures.map(({ path, line, column, message }): Finding => ({ rule: "syntax-error", severity: "error", path: named(path), line, column, message, help: "Repair the file and run again; it was left alone." }));
  return {
    version: 1,
    root: found.base,
    dry,
    changes: [...result.changes].map((change) => ({
      path: named(change.path),
      kind: kindOf(change),
      transforms: transformsOf(change),
      reasons: reasonsOf(change),
      diff: unifiedDiff({ ...change, path: named(change.path) }),
    })),
    findings: [...failures, ...result.report.findings.map((finding) => ({ ...finding, path: named(finding.path) }))],
    summary: summarize(result, found),
  };
}

export function summarize({ changes, report, workspace }: MigrateResult, { apps }: Discovery): Summary {
  const kinds = [...changes].map(kindOf);
  return {
    scanned: apps.reduce((sum, app) => sum + app.files.length, 0),
    parsed: workspace.parsedCount,
    created: kinds.filter((kind) => kind === "create").length,
    changed: kinds.filter((kind) => kind !== "create").length,
    leftAlone: report.findings.filter(({ severity }) => severity !== "info").length,
    failed: report.failures.length,
  };
}
