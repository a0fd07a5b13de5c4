import { isAddress, type Finding } from "../findings/index.ts";
import { visibleText } from "./visible-text.ts";

const COMMANDS = { error: "error", warning: "warning", info: "notice" } as const;

/**
 * Findings as GitHub Actions' workflow commands, which become annotations of the pull request.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 *
 * @param findings with paths relative to the repository's root, or addresses: those are annotations of the whole run
 */
export function githubAnnotations(findings: readonly Finding[]): string {
  return findings
    .map(({ rule, severity, path, line, column, message, help }) => {
      const isAsked = isAddress(path);
      const properties = Object.entries({ file: isAsked ? undefined : path, line, col: column, title: rule }).flatMap(([name, value]) =>
        value === undefined ? [] : [`${name}=${escapeProperty(String(value))}`],
      );
      return `::${COMMANDS[severity]} ${properties.join(",")}::${escapeData(`${isAsked ? `${path}: ` : ""}${message}\n${help}`)}\n`;
    })
    .join("");
}

function escapeData(text: string): string {
  return visibleText(text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A"));
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
