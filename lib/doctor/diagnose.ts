import type { Discovery } from "../discover.ts";
import type { Finding } from "../findings/index.ts";
import { toldAsOther } from "../other-apps.ts";
import { Project } from "../project/project.ts";
import { RunReport } from "../report.ts";
import { joinPath } from "../workspace/app.ts";
import { ParseError } from "../workspace/parse.ts";
import type { SourceFile } from "../workspace/source-file.ts";
import type { Cause, Found } from "./cause.ts";
import { causes } from "./index.ts";
import { applySuppressions } from "./suppressions.ts";

/**
 * Names what keeps the session from persisting in every app, and writes nothing.
 *
 * @returns findings sorted by severity, path and line, and the files that do not parse
 */
export function diagnose({ workspace, apps, isReported }: Pick<Discovery, "workspace" | "apps" | "isReported">): RunReport {
  const report = new RunReport();
  const findings: Finding[] = [];
  for (const app of apps) {
    const project = new Project(app, workspace, {});
    if (toldAsOther(project, report)) continue;
    const mentioning = project.mentioning(["next-auth"]);
    for (const file of mentioning) parseOrReport(file, report);
    const found = causes.flatMap((cause) => look(cause, project, report));
    for (const { problem } of mentioning) if (problem !== undefined) report.failure(problem);
    findings.push(...applySuppressions(project, found));
  }
  const all = [...report.findings, ...findings].filter(
    ({ path }) => isReported(path) || apps.some((app) => joinPath(app.dir, "package.json") === path),
  );
  report.findings.splice(0, report.findings.length, ...all.sort(bySeverityAndPlace));
  return report;
}

/** The causes look at files that parse only; what does not is told here. */
function parseOrReport(file: SourceFile, report: RunReport): void {
  try {
    void file.ast;
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    report.failure(error);
  }
}

function look(cause: Cause, project: Project, report: RunReport): Finding[] {
  const findings: Finding[] = [];
  const found: Found = (at, place, message, overrides) => {
    const position = typeof at === "string" || place === undefined ? {} : at.position(place);
    const { name: rule, severity, help, repairedBy } = cause;
    const transform = repairedBy === undefined || overrides?.byHand !== undefined ? {} : { transform: repairedBy };
    findings.push({
      rule,
      severity: overrides?.severity ?? severity,
      path: typeof at === "string" ? at : at.path,
      ...position,
      ...transform,
      message,
      help: overrides?.byHand ?? overrides?.help ?? help,
    });
  };
  // A file that turns out to be unreadable on the way is one that does not parse from then on: look again without it.
  for (const unreadable = new Set<string>(); ;) {
    try {
      cause.look(project, found);
      return findings;
    } catch (error) {
      if (!(error instanceof ParseError)) throw error;
      report.failure(error);
      if (unreadable.has(error.path)) return findings;
      unreadable.add(error.path);
      findings.length = 0;
    }
  }
}

const ORDER = { error: 0, warning: 1, info: 2 };

function bySeverityAndPlace(a: Finding, b: Finding): number {
  return (
    ORDER[a.severity] - ORDER[b.severity] || a.path.localeCompare(b.path) || (a.line ?? 0) - (b.line ?? 0) || a.rule.localeCompare(b.rule)
  );
}
