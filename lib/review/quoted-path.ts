const ESCAPES: Record<string, string> = { '"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** A path as git writes it in a diff: in quotes, with octal escapes, where it has quotes, backslashes or control characters. */
export function quotedPath(path: string): string {
  const quoted = path.replace(
    /[\u0000-\u001f\u007f"\\]/g,
    (character) => ESCAPES[character] ?? `\\${character.charCodeAt(0).toString(8).padStart(3, "0")}`,
  );
  return quoted === path ? path : `"${quoted}"`;
}

/** A path behind `---` or `+++`: git ends one that has blanks with a tab, so that nothing behind it is taken for its part. */
export function headerPath(path: string): string {
  const quoted = quotedPath(path);
  return quoted === path && /\s/.test(path) ? `${path}\t` : quoted;
}
