import type { Explained } from "../doctor/rules.ts";
import type { Finding, Rule, Severity } from "../findings/index.ts";
import { indented } from "./columns.ts";
import type { Palette } from "./palette.ts";
import type { RunReview } from "./run-review.ts";
import { placeOf } from "./summary.ts";
import { visibleLine } from "./visible-text.ts";

interface Show {
  palette: Palette;
  columns: number;
  /** Lists what is only for information. */
  verbose: boolean;
}

/** What doctor found, for a person: by rule, the worst first, each with its places, why it matters, and what repairs it. */
export function diagnosisText(
  findings: readonly Finding[],
  { palette, columns, verbose, ruleOf }: Show & { ruleOf: (name: string) => Rule | undefined },
): string {
  const shown = findings.filter(({ rule, severity }) => rule !== "syntax-error" && (verbose || severity !== "info" || isAboutApp(rule)));
  return [...grouped(shown)]
    .map(([, group]) => {
      const { rule, severity } = group[0]!;
      const known = ruleOf(rule);
      const title = `${labelOf(severity, palette)}  ${palette.bold(rule)}  ${known?.summary ?? ""}`.trimEnd();
      const docs = known?.docs === undefined ? [] : [palette.dim(`    ${known.docs}`)];
      return [title, ...blocks(group, palette, columns), ...docs].join("\n");
    })
    .map((text) => `${text}\n\n`)
    .join("");
}

/** What explains why an app was not diagnosed is always shown. */
function isAboutApp(rule: string): boolean {
  return rule === "auth-js-v5" || rule === "next-auth-missing";
}

function grouped(findings: readonly Finding[]): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.severity} ${finding.rule}`;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return groups;
}

/** The places of a rule; a message and a remedy that several share is said once, behind the last of them. */
function blocks(group: readonly Finding[], palette: Palette, columns: number): string[] {
  return group.flatMap((finding, i) => {
    const next = group[i + 1];
    const place = `    ${palette.heading(placeOf(finding))}`;
    if (next && next.message === finding.message && remedyOf(next) === remedyOf(finding)) return [place];
    return [place, indented(visibleLine(finding.message), 6, columns), palette.dim(indented(remedyOf(finding), 6, columns))];
  });
}

function remedyOf({ transform, help }: Finding): string {
  return transform === undefined ? `By hand: ${visibleLine(help)}` : `Repaired by: next-auth-codemod ${transform}`;
}

function labelOf(severity: Severity, palette: Palette): string {
  return { error: palette.removed("error"), warning: palette.warning("warning"), info: palette.heading("info") }[severity];
}

/** How much was found, and what to do about it. */
export function diagnosisSummary({ findings, summary }: RunReview, { palette, columns, verbose }: Show): string {
  const own = findings.filter(({ rule }) => rule !== "syntax-error");
  const count = (severity: Severity) => own.filter((finding) => finding.severity === severity).length;
  const [errors, warnings, info] = [count("error"), count("warning"), count("info")];
  const parts = [`${errors} ${errors === 1 ? "error" : "errors"}`, `${warnings} ${warnings === 1 ? "warning" : "warnings"}`];
  if (info > 0) parts.push(`${info} for information${verbose ? "" : " (-v lists them)"}`);
  if (summary.failed > 0) parts.push(`${summary.failed} not readable`);
  const counts = `${errors + warnings === 0 ? "Nothing was found that loses a session: " : ""}${parts.join(", ")}; ${summary.scanned} ${summary.scanned === 1 ? "file" : "files"} looked at.`;
  const steps = stepsFor(own.filter(({ severity }) => severity !== "info"));
  const list =
    steps.length === 0
      ? ""
      : `\n${palette.bold("Next steps")}\n${steps.map((step, i) => indented(`${i + 1}. ${step}`, 2, columns)).join("\n")}\n`;
  return `${palette.bold(counts)}\n${list}`;
}

function stepsFor(findings: readonly Finding[]): string[] {
  const transforms = [...new Set(findings.flatMap(({ transform }) => transform ?? []))];
  const byHand = [...new Set(findings.flatMap(({ transform, rule }) => (transform === undefined ? rule : [])))];
  const steps: string[] = [];
  const [only] = transforms;
  if (transforms.length > 0)
    steps.push(
      `See what ${transforms.join(", ")} would change: next-auth-codemod ${transforms.length === 1 ? only! : "all"} --dry. Without --dry it is written.`,
    );
  if (byHand.length > 0) steps.push(`By hand: ${byHand.join(", ")}.`);
  if (findings.length > 0) steps.push(`next-auth-codemod doctor --explain ${findings[0]!.rule} says why a rule matters, with an example.`);
  return steps;
}

/** A rule in full, for `--explain`. */
export function explanationText({ name, rule, cause }: Explained, { palette, columns }: Pick<Show, "palette" | "columns">): string {
  const section = (title: string, text: string) => `${palette.bold(title)}\n${text}\n`;
  const code = (text: string) =>
    text
      .split("\n")
      .map((line) => `    ${line}`.trimEnd())
      .join("\n");
  const { broken, repaired } = cause?.example ?? {};
  return [
    `${labelOf(rule.severity, palette)}  ${palette.bold(name)}\n${indented(rule.summary, 0, columns)}\n`,
    cause ? section("Why", indented(cause.why, 2, columns)) : "",
    broken === undefined ? "" : section("Broken", code(broken)),
    repaired === undefined ? "" : section("Repaired", code(repaired)),
    section(
      "What to do",
      indented(cause?.repairedBy ? `next-auth-codemod ${cause.repairedBy} repairs it. By hand: ${rule.help}` : rule.help, 2, columns),
    ),
    rule.docs === undefined ? "" : section("Documentation", `  ${rule.docs}`),
    cause ? section("If it is meant", `  // next-auth-codemod-ignore ${name}: why`) : "",
  ]
    .filter((text) => text !== "")
    .join("\n");
}
