import { ruleNamed, type Finding } from "../findings/index.ts";
import { envFileNames } from "../next-auth/env-files.ts";
import type { Project } from "../project/project.ts";
import { joinPath } from "../workspace/app.ts";
import type { SourceFile } from "../workspace/source-file.ts";

const MARK = "next-auth-codemod-ignore";
const COMMENT = new RegExp(`${MARK}[ \\t]+([a-z0-9-]+)[ \\t]*(?::[ \\t]*([^\\r\\n]*?))?[ \\t]*(?:\\*/|\\*/\\}|$)`, "gm");

const envNames = [...new Set((["development", "production"] as const).flatMap(envFileNames))];

interface Suppression {
  file: SourceFile;
  offset: number;
  line: number;
  rule: string;
  reason: string;
}

/**
 * Takes out what a comment with a reason declares to be meant, on the finding's line or the one above it, or anywhere
 * in the file where the finding is about all of it: `// next-auth-codemod-ignore <rule>: reason`, in an env file with #.
 * A comment without a reason, or that nothing needs, is a finding.
 */
export function applySuppressions(project: Project, findings: readonly Finding[]): Finding[] {
  const envFiles = envNames.flatMap((name) => project.workspace.source(joinPath(project.app.dir, name)) ?? []);
  const suppressions = [...project.mentioning([MARK]), ...envFiles].flatMap(read);
  const used = new Set<Suppression>();
  const left = findings.filter((finding) => {
    const matching = suppressions.find(
      ({ file, line, rule, reason }) =>
        reason !== "" &&
        file.path === finding.path &&
        rule === finding.rule &&
        (finding.line === undefined || finding.line === line || finding.line === line + 1),
    );
    if (matching) used.add(matching);
    return matching === undefined;
  });
  for (const suppression of suppressions) {
    if (used.has(suppression)) continue;
    const { file, offset, rule, reason } = suppression;
    const name = reason === "" ? "ignore-without-reason" : "ignore-unused";
    const { severity, help } = ruleNamed(name);
    const message =
      reason === "" ? `This comment ignores ${rule} without saying why.` : `This comment ignores ${rule}, which is not found here.`;
    left.push({ rule: name, severity, path: file.path, ...file.position(offset), message, help });
  }
  return left;
}

function read(file: SourceFile): Suppression[] {
  return [...file.text.matchAll(COMMENT)].map((match) => ({
    file,
    offset: match.index,
    line: file.position(match.index).line,
    rule: match[1]!,
    reason: match[2] ?? "",
  }));
}
