/** After `from`, `import` or an opening parenthesis: imports, exports, `require()`, `import()`, mocks. */
const SPECIFIER = /(?:\bfrom|\bimport|\()\s*["'`]([^"'`\s]+)["'`]/g;

const copies = new Map<string, string>();

/** The strings of a text that may name a module: more than there are, never fewer. */
export function readSpecifiers(text: string): string[] {
  return Array.from(text.matchAll(SPECIFIER), ([, specifier]) => copyOf(specifier!));
}

/** A part of a text keeps all of the text in memory; a copy of it does not. */
function copyOf(specifier: string): string {
  let copy = copies.get(specifier);
  if (copy === undefined) {
    copy = Buffer.from(specifier).toString();
    copies.set(copy, copy);
  }
  return copy;
}
