import { posix } from "node:path";

const MASK = "•••";
const ASSIGNMENT = /^(\s*(?:#\s*)?(?:export\s+)?[\w.-]+\s*[=:])(.*?)(\r?)$/;
const COMMENT_OR_EMPTY = /^\s*(?:#.*)?$/;

/** `.env`, `.env.local`, `.env.example`: files whose values are never shown. */
export function isEnvFile(path: string): boolean {
  return /^\.env(?:\..+)?$/.test(posix.basename(path));
}

/**
 * Hides every value of an env file, also in comments and over several lines. Names, comments and the number of
 * lines stay, so that a diff of masked texts stands where the diff of the texts stands.
 */
export function maskEnv(text: string): string {
  return text.split("\n").map(maskLine).join("\n");
}

function maskLine(line: string): string {
  const assignment = ASSIGNMENT.exec(line);
  if (assignment) return `${assignment[1]}${/^\s*(?:""|''|)\s*$/.test(assignment[2]!) ? assignment[2] : MASK}${assignment[3]}`;
  if (COMMENT_OR_EMPTY.test(line)) return line;
  return line.endsWith("\r") ? `${MASK}\r` : MASK; // a further line of a value in quotes
}
