import type { Finding } from "../findings/index.ts";
import { indented, tableRows } from "./columns.ts";
import { nextSteps } from "./next-steps.ts";
import type { Palette } from "./palette.ts";
import type { RunReview } from "./run-review.ts";
import { visibleLine } from "./visible-text.ts";

interface Show {
  /** Lists what is only for information, and what was right already. */
  verbose: boolean;
  /** Whether the next steps are named. */
  steps: boolean;
  palette: Palette;
  columns: number;
}

/** What a run did and what it left, for a person: files, findings, counts, and what to do next. */
export function summaryText(review: RunReview, show: Show): string {
  const { palette, columns } = show;
  const listed = review.findings.filter((finding) => finding.rule !== "syntax-error" && isListed(finding, review, show));
  const sections = [
    tableRows(fileRows(review, show), columns).join("\n"),
    listed.map((finding) => findingText(finding, show)).join("\n"),
    review.configurations
      .flatMap((configuration) => (isTold(configuration, show) ? [configurationText(configuration, show)] : []))
      .join("\n"),
    palette.bold(countsLine(review, show)),
    show.steps ? nextSteps(review, show) : "",
  ];
  return `${sections.filter((section) => section !== "").join("\n\n")}\n`;
}

/** Files that did not parse: said on standard error, however quiet the run is. */
export function failuresText({ findings }: RunReview, { palette, columns }: Omit<Show, "verbose" | "steps">): string {
  return findings
    .filter(({ rule }) => rule === "syntax-error")
    .map(
      (finding) =>
        `${palette.removed("failed")}  ${placeOf(finding)}\n${indented(`${visibleLine(finding.message).replace(/[.!?]?$/, ".")} The file was left alone. ${finding.help}`, 8, columns)}\n`,
    )
    .join("");
}

function fileRows({ files, right, refused, written }: RunReview, { palette, verbose }: Show): string[][] {
  const verbs = written
    ? { create: "created", modify: "changed", delete: "deleted" }
    : { create: "would create", modify: "would change", delete: "would delete" };
  return [
    ...files.map(({ kind, path, transforms }) => [palette.added(verbs[kind]), visibleLine(path), palette.dim(transforms.join(", "))]),
    ...refused.map(({ paths, transform }) => [palette.heading("refused"), paths.map(visibleLine).join(", "), palette.dim(transform)]),
    ...(verbose ? right.map((path) => [palette.dim("already right"), visibleLine(path), ""]) : []),
  ];
}

/** Information is listed with -v, but what explains why nothing was done at all always is. */
function isListed({ severity, transform }: Finding, { files, right }: RunReview, { verbose }: Show): boolean {
  return severity !== "info" || verbose || (transform === undefined && files.length === 0 && right.length === 0);
}

function findingText(finding: Finding, { palette, columns }: Show): string {
  const label = { error: palette.removed("error"), warning: palette.warning("left alone"), info: palette.heading("info") }[
    finding.severity
  ];
  return `${label}  ${placeOf(finding)}  ${palette.dim(finding.rule)}\n${indented(visibleLine(finding.message), 4, columns)}`;
}

/** That code of the project was run is told with -v; that it could not be read always. */
function isTold({ problem }: RunReview["configurations"][number], { verbose }: Show): boolean {
  return verbose || problem !== undefined;
}

function configurationText({ path, problem }: RunReview["configurations"][number], { palette, columns }: Show): string {
  const what =
    problem === undefined
      ? "This is code of the project, or names packages that are, and was run to write new files as the project does."
      : `Prettier could not read this: ${problem} New files are written in the style of their neighbours.`;
  return `${palette.heading("configuration")}  ${visibleLine(path)}\n${indented(visibleLine(`${what} --no-project-config does without it.`), 4, columns)}`;
}

export function placeOf({ path, line, column }: Finding): string {
  return [visibleLine(path), line, column].filter((part) => part !== undefined).join(":");
}

function countsLine({ summary, right, refused, findings, written }: RunReview, { verbose }: Show): string {
  const { created, changed, leftAlone, failed, scanned } = summary;
  const info = findings.filter(({ severity }) => severity === "info").length;
  const counts = [
    `${created} ${written ? "created" : "to create"}`,
    `${changed} ${written ? "changed" : "to change"}`,
    `${right.length} already right`,
    `${leftAlone} left alone`,
  ];
  if (refused.length > 0) counts.push(`${refused.length} refused`);
  if (failed > 0) counts.push(`${failed} failed`);
  if (info > 0) counts.push(`${info} for information${verbose ? "" : " (-v lists them)"}`);
  return `${counts.join(", ")}; ${scanned} ${scanned === 1 ? "file" : "files"} looked at.`;
}
