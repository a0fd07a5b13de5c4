import { kindOf, type FileChange } from "../changes/change-set.ts";
import type { Discovery } from "../discover.ts";
import { ruleNamed, type Finding } from "../findings/index.ts";
import type { MigrateResult } from "../migrate.ts";
import { reviewFile, type FileReview } from "./file-review.ts";

/** Everything a run has to show, with paths as they are shown. */
export interface RunReview {
  /** Absolute: what the paths are relative to. */
  root: string;
  /** Whether the changes were written. */
  written: boolean;
  /** The transforms that ran, in their order. */
  transforms: string[];
  files: FileReview[];
  /** Files that did not parse come first. */
  findings: Finding[];
  /** Files that had already what a transform would have brought. */
  right: string[];
  /** Prettier configurations that are code of the project and were run, or that could not be read. */
  configurations: { path: string; problem: string | undefined }[];
  /** What a person refused. */
  refused: Refusal[];
  summary: Summary;
}

export interface Refusal {
  transform: string;
  paths: string[];
  reasons: string[];
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

interface Show {
  written: boolean;
  transforms: readonly string[];
  /** A path of the workspace as it is shown. */
  named: (path: string) => string;
  refused?: readonly Refusal[];
}

export function reviewRun(
  { changes, report, workspace }: MigrateResult,
  found: Discovery,
  { written, transforms, named, refused = [] }: Show,
): RunReview {
  const all: FileChange[] = [...changes];
  const changed = new Set(all.map(({ path }) => path));
  const created = all.filter((change) => kindOf(change) === "create").length;
  const failures = report.failures.map(({ path, line, column, message }): Finding => {
    const { severity, help } = ruleNamed("syntax-error");
    return { rule: "syntax-error", severity, path: named(path), line, column, message, help };
  });
  return {
    root: found.base,
    written,
    transforms: [...transforms],
    files: all.map((change) => reviewFile(change, { path: named(change.path) })),
    findings: [...failures, ...report.findings.map((finding) => ({ ...finding, path: named(finding.path) }))],
    // What one transform leaves as it is, another may change.
    right: [...report.right]
      .filter((path) => !changed.has(path))
      .map(named)
      .sort(),
    configurations: [...report.configurations].map(([path, problem]) => ({ path: named(path), problem })),
    refused: refused.map((refusal) => ({ ...refusal, paths: refusal.paths.map(named) })),
    summary: {
      scanned: found.apps.reduce((sum, app) => sum + app.files.length, 0),
      parsed: workspace.parsedCount,
      created,
      changed: all.length - created,
      leftAlone: report.findings.filter(({ severity }) => severity !== "info").length,
      failed: failures.length,
    },
  };
}
