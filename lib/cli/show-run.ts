import { isAbsolute, join, relative } from "node:path";
import packageJson from "../../package.json" with { type: "json" };
import { UsageError } from "../errors.ts";
import { isAddress, rules, type Finding, type Rules } from "../findings/index.ts";
import { githubAnnotations } from "../review/github.ts";
import { jsonDocument } from "../review/json.ts";
import type { RunReview } from "../review/run-review.ts";
import { sarifLog } from "../review/sarif.ts";
import { failuresText, summaryText } from "../review/summary.ts";
import { terminalDiff, terminalFiles } from "../review/terminal-diff.ts";
import { unifiedDiff } from "../review/unified-diff.ts";
import { visibleJson } from "../review/visible-text.ts";
import { gitRoot } from "./git.ts";
import type { CliOptions, formats } from "./options.ts";
import { print } from "./pager.ts";
import { READABLE_COLUMNS, type Terminal } from "./terminal.ts";

export type Format = (typeof formats)[number];

/** @throws {UsageError} where two formats are asked for */
export function formatOf({ json, format }: CliOptions): Format {
  if (json && format !== undefined && format !== "json")
    throw new UsageError(`--json and --format ${format} ask for two documents.`, "Give one of them.");
  return json ? "json" : (format ?? "text");
}

/** Prints what a run came to: the result on standard output, messages on standard error. */
export async function showRun(review: RunReview, options: CliOptions, format: Format, terminal: Terminal): Promise<void> {
  const columns = terminal.screen?.columns ?? READABLE_COLUMNS;
  const asText = format === "text";
  await print(
    terminal,
    asText ? textOf(review, options, terminal, columns) : documentOf(review, format),
    asText && options.pager !== false,
  );
  terminal.err(failuresText(review, { palette: terminal.messages, columns }));
  if (options.quiet) return;
  // What was written is the result of a run that writes; beside a diff or a document the summary is a message.
  const isResult = asText && review.written && !options.print;
  const show = {
    verbose: options.verbose ?? false,
    steps: !options.guided,
    palette: isResult ? terminal.palette : terminal.messages,
    columns,
  };
  (isResult ? terminal.out : terminal.err)(summaryText(review, show));
}

function textOf({ files, written }: RunReview, options: CliOptions, terminal: Terminal, columns: number): string {
  const { palette } = terminal;
  const forPerson = terminal.screen !== undefined || Boolean(terminal.env.FORCE_COLOR);
  if (options.print)
    return forPerson ? terminalFiles(files, { palette, columns }) : files.map(({ path, after }) => `// ${path}\n${after ?? ""}\n`).join("");
  const onlyArtefacts = (options.patch !== undefined || options.report !== undefined) && !options.dry && !options.check;
  if (written || onlyArtefacts) return "";
  if (!forPerson) return files.map(unifiedDiff).join("");
  return files.length === 0 ? "" : `${terminalDiff(files, { palette, columns })}\n`;
}

function documentOf(review: RunReview, format: Exclude<Format, "text">): string {
  if (format === "json") return visibleJson(jsonDocument(review));
  return findingsDocument(review.findings, review.root, format);
}

/**
 * Findings in a format that tools read, with paths from the repository's root, as those tools expect.
 *
 * @param root absolute: what the findings' paths are relative to
 * @param described the rules that the findings are about
 */
export function findingsDocument(findings: readonly Finding[], root: string, format: "sarif" | "github", described: Rules = rules): string {
  const top = gitRoot(root) ?? root;
  const prefix = relative(top, root).replaceAll("\\", "/");
  const located = findings.map((finding) =>
    isAbsolute(finding.path) || isAddress(finding.path) || prefix === ""
      ? finding
      : { ...finding, path: join(prefix, finding.path).replaceAll("\\", "/") },
  );
  return format === "github" ? githubAnnotations(located) : visibleJson(sarifLog(located, packageJson.version, described));
}
