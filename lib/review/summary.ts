import type { Colors } from "picocolors/types";
import { kindOf, transformsOf } from "../changes/change-set.ts";
import type { Discovery } from "../discover.ts";
import type { MigrateResult } from "../migrate.ts";
import { summarize } from "./json.ts";

interface Show {
  named: (path: string) => string;
  written: boolean;
  verbose: boolean;
  quiet: boolean;
  colors: Colors;
}

/** What a run did and what it left, for a person: on standard error. */
export function summaryText(result: MigrateResult, found: Discovery, { named, written, verbose, quiet, colors }: Show): string {
  const { changes, report } = result;
  const lines: string[] = [];
  for (const { path, line, column, message } of report.failures) {
    lines.push(`${colors.red("failed")}  ${named(path)}:${line}:${column}  ${message}`, "        The file was left alone. Repair it and run again.");
  }
  if (quiet) return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
  for (const change of changes) {
    const kind = kindOf(change);
    const verb = { create: written ? "created" : "would create", modify: written ? "changed" : "would change", delete: written ? "deleted" : "would delete" }[kind];
    lines.push(`${colors.green(verb)}  ${named(change.path)}  ${colors.dim(transformsOf(change).join(", "))}`);
  }
  for (const finding of report.findings) {
    if (finding.severity === "info" && !verbose) continue;
    const place = [named(finding.path), finding.line, finding.column].filter((part) => part !== undefined).join(":");
    const label = { error: colors.red("error"), warning: colors.yellow("left alone"), info: colors.blue("info") }[finding.severity];
    lines.push(`${label}  ${place}  ${finding.rule}`, `        ${finding.message}`, `        ${colors.dim(finding.help)}`);
  }
  const { created, changed, leftAlone, failed, scanned } = summarize(result, found);
  const info = report.findings.filter(({ severity }) => severity === "info").length;
  const counts = [`${created} created`, `${changed} changed`, `${report.right.size} already right`, `${leftAlone} left alone`, ...(info > 0 ? [`${info} for information${verbose ? "" : " (-v lists them)"}`] : []), ...(failed > 0 ? [`${failed} failed`] : [])];
  lines.push(`${scanned} files: ${counts.join(", ")}.`);
  return `${lines.join("\n")}\n`;
}
