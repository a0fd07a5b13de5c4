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
  let quote: string | undefined;
  const lines = text.split("\n").map((line) => {
    const inside = quote;
    quote = openQuote(line, inside);
    // A further line of a value in quotes may look like a name and its value: the last line of a key ends in `=`.
    return inside === undefined ? maskLine(line) : line.endsWith("\r") ? `${MASK}\r` : MASK;
  });
  return lines.join("\n");
}

/** The quote that is open at the end of a line: one that begins a value and that nothing closed yet. */
function openQuote(line: string, inside: string | undefined): string | undefined {
  if (inside !== undefined) return closes(line, inside) ? undefined : inside;
  const [, opening, rest] = /^\s*(?:export\s+)?[\w.-]+\s*[=:]\s*(["'`])(.*)$/.exec(line) ?? [];
  return opening === undefined || closes(rest!, opening) ? undefined : opening;
}

function closes(text: string, quote: string): boolean {
  return text.replaceAll(`\\${quote}`, "").includes(quote);
}

function maskLine(line: string): string {
  const assignment = ASSIGNMENT.exec(line);
  if (assignment) return `${assignment[1]}${/^\s*(?:""|''|)\s*$/.test(assignment[2]!) ? assignment[2] : MASK}${assignment[3]}`;
  if (COMMENT_OR_EMPTY.test(line)) return line;
  return line.endsWith("\r") ? `${MASK}\r` : MASK; // a further line of a value in quotes
}
