/** A dependency as an app asks for it. */
export interface Wanted {
  name: string;
  /** As package.json has it; undefined where the app does not name it. */
  range: string | undefined;
  /** The app's folder as seen from the lockfile, "" for the same one. */
  folder: string;
  /** The name in the app's package.json. */
  app: string | undefined;
}

/** The lockfiles of npm, pnpm, yarn and bun, each with the expressions that find a version: the app's own first, then the only or first one. */
export const lockfiles: readonly { file: string; patterns(wanted: Wanted): readonly string[] }[] = [
  {
    file: "package-lock.json",
    patterns: ({ name, folder }) =>
      foldersUp(folder).map((at) => String.raw`"${escaped(at && `${at}/`)}node_modules/${escaped(name)}":\s*\{\s*"version":\s*"([^"]+)"`),
  },
  {
    file: "pnpm-lock.yaml",
    patterns: ({ name, folder }) => [
      String.raw`^ {2}['"]?${escaped(folder || ".")}['"]?:\n(?: {4}[^\n]*\n|\n)*? {6}['"]?${escaped(name)}['"]?:\n(?: {8}specifier:[^\n]*\n)? {8}version: ['"]?(\d[^('"_\s]*)`,
      String.raw`^ {2}['"]?/?${escaped(name)}[@/](\d[^('":_]*)`,
    ],
  },
  {
    file: "yarn.lock",
    patterns: ({ name, range }) =>
      [...(range === undefined ? [] : [String.raw`${escaped(range)}"?[,:][^\n]*`]), String.raw`[^\n]*:`].map(
        (rest) => String.raw`^(?:[^\n#]*[\s",])?"?${escaped(name)}@(?:npm:)?${rest}\n\s+version:?\s+"?([^"\n]+)`,
      ),
  },
  {
    file: "bun.lock",
    patterns: ({ name, app }) =>
      [...(app === undefined ? [] : [`${app}/`]), ""].map(
        (prefix) => String.raw`"${escaped(prefix + name)}":\s*\["${escaped(name)}@([^"]+)"`,
      ),
  },
];

function foldersUp(folder: string): string[] {
  return folder === "" ? [""] : [folder, ...foldersUp(folder.split("/").slice(0, -1).join("/"))];
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
