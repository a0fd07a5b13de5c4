/** A variable to be written; without a value only its name is. */
export interface Assignment {
  name: string;
  value: string;
}

/**
 * An env file's text with variables added: in the line that has a variable empty, else behind the rest. Everything
 * else stays as it is, its line ends too.
 *
 * @param lineEnd for a text that has none
 */
export function withAssignments(text: string, assignments: readonly Assignment[], lineEnd: string): string {
  const end = /\r?\n/.exec(text)?.[0] ?? lineEnd;
  return assignments.reduce((before, { name, value }) => {
    const empty = new RegExp(String.raw`^([ \t]*(?:export[ \t]+)?${name}[ \t]*=)[ \t]*(?:""|''|)[ \t]*(?=\r?$)`, "gm");
    const last = [...before.matchAll(empty)].at(-1);
    if (last && value !== "") return before.slice(0, last.index) + last[1] + value + before.slice(last.index + last[0].length);
    const separator = before === "" || before.endsWith("\n") ? "" : end;
    return `${before}${separator}${name}=${value}${end}`;
  }, text);
}

/** Whether an env file speaks of a variable, with or without a value, in a comment or not. */
export function names(text: string, name: string): boolean {
  return new RegExp(String.raw`^[ \t]*(?:#[ \t]*)?(?:export[ \t]+)?${name}[ \t]*[=:]`, "m").test(text);
}
