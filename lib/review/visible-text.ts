// Control characters (but tab and line feed), and those that turn the direction of text or cannot be seen.

const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Makes visible what a terminal would obey or hide: an escape sequence in a file or its name is shown, never executed. */
export function visibleText(text: string): string {
  return text.replace(HIDDEN, escapeOf);
}

/** The same for what has to stay on one line, such as a path. */
export function visibleLine(text: string): string {
  return visibleText(text).replace(/[\t\n]/g, (character) => (character === "\t" ? "\\t" : "\\n"));
}

/** A JSON document that says the same and has none of these characters in it: wherever it is shown, none is obeyed. */
export function visibleJson(value: unknown): string {
  const escaped = JSON.stringify(value, undefined, 2).replace(HIDDEN, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
  return `${escaped}\n`;
}

/** The same in parts, so that what was made visible can be set off. */
export function visibleParts(text: string): { text: string; escaped: boolean }[] {
  const parts: { text: string; escaped: boolean }[] = [];
  let at = 0;
  for (const { 0: character, index } of text.matchAll(HIDDEN)) {
    if (index > at) parts.push({ text: text.slice(at, index), escaped: false });
    parts.push({ text: escapeOf(character), escaped: true });
    at = index + character.length;
  }
  return at < text.length ? [...parts, { text: text.slice(at), escaped: false }] : parts;
}

function escapeOf(character: string): string {
  const code = character.charCodeAt(0);
  if (code === 13) return "\\r";
  return code < 256 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
}
