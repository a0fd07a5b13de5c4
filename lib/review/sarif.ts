import type { Log, ReportingDescriptor, Result } from "sarif";
import { isAddress, rules, type Finding, type Rule, type Rules, type Severity } from "../findings/index.ts";

const LEVELS: Record<Severity, Result.level> = { error: "error", warning: "warning", info: "note" };

/**
 * Findings as SARIF 2.1.0, which GitHub code scanning and editors read.
 *
 * @param findings with paths relative to the repository's root, or addresses
 * @param version the tool's
 * @param described the rules that the findings are about
 */
export function sarifLog(findings: readonly Finding[], version: string, described: Rules = rules): Log {
  const used = [...new Set(findings.map(({ rule }) => rule))].sort();
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "next-auth-codemod",
            version,
            informationUri: "https://www.npmjs.com/package/next-auth-codemod",
            rules: used.map((id) => descriptor(id, described[id])),
          },
        },
        columnKind: "utf16CodeUnits",
        results: findings.map((finding) => result(finding, used.indexOf(finding.rule))),
      },
    ],
  };
}

function descriptor(id: string, rule: Rule | undefined): ReportingDescriptor {
  if (rule === undefined) return { id };
  const { severity, summary, help, docs } = rule;
  return {
    id,
    shortDescription: { text: summary },
    help: { text: help },
    ...(docs === undefined ? {} : { helpUri: docs }),
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

/** Half a surrogate pair, which some systems allow in a name, has no place in an address. */
function encodeName(name: string): string {
  return encodeURIComponent(name.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "\uFFFD"));
}

function result({ rule, severity, path, line, column, message, help }: Finding, ruleIndex: number): Result {
  const isAsked = isAddress(path);
  const region = line === undefined ? {} : { region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) } };
  // Code scanning takes an upload only if each result is at a file of the repository.
  const uri = isAsked ? "package.json" : path.split("/").map(encodeName).join("/");
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: `${isAsked ? `${path}: ` : ""}${message}\n\n${help}` },
    locations: [{ physicalLocation: { artifactLocation: { uri, uriBaseId: "%SRCROOT%" }, ...region } }],
    ...(isAsked ? { webRequest: { target: path, method: "GET" } } : {}),
  };
}
