import type typescript from "typescript";

/** What a change makes of some files, by absolute path with `/`; null is a file that goes. */
export type Overlay = ReadonlyMap<string, string | null>;

/** Finds files by a configuration's globs: in every version, in no version's types. */
type MatchFiles = (
  path: string,
  extensions: readonly string[] | undefined,
  excludes: readonly string[] | undefined,
  includes: readonly string[] | undefined,
  isCaseSensitive: boolean,
  currentDirectory: string,
  depth: number | undefined,
  entries: (folder: string) => { files: string[]; directories: string[] },
  realpath: (path: string) => string,
) => string[];

export type OverlaidSystem = Pick<
  typescript.System,
  "readFile" | "fileExists" | "directoryExists" | "getDirectories" | "readDirectory" | "realpath"
>;

/** The disk as the compiler sees it, with the change laid over. Nothing can be written through it. */
export function overlaidSystem(ts: typeof typescript, overlay: Overlay): OverlaidSystem {
  const { sys } = ts;
  const there = [...overlay].filter(([, content]) => content !== null).map(([path]) => path);
  return {
    readFile: (path, encoding) => {
      const laid = overlay.get(path);
      return laid === undefined ? sys.readFile(path, encoding) : (laid ?? undefined)?.replace(/^\uFEFF/, "");
    },
    fileExists: (path) => (overlay.has(path) ? overlay.get(path) !== null : sys.fileExists(path)),
    directoryExists: (path) => sys.directoryExists(path) || there.some((file) => file.startsWith(`${path}/`)),
    getDirectories: (path) => sys.getDirectories(path),
    readDirectory: (path, extensions, excludes, includes, depth) => {
      const listed = sys.readDirectory(path, extensions, excludes, includes, depth).filter((file) => overlay.get(file) !== null);
      const { matchFiles } = ts as unknown as { matchFiles?: MatchFiles };
      const isCaseSensitive = sys.useCaseSensitiveFileNames;
      const laid = matchFiles
        ? matchFiles(
            path,
            extensions,
            excludes,
            includes,
            isCaseSensitive,
            path,
            depth,
            (folder) => entriesOf(there, folder),
            (one) => one,
          )
        : there.filter((file) => file.startsWith(`${path}/`) && (extensions ?? []).some((extension) => file.endsWith(extension)));
      return [...new Set([...listed, ...laid])];
    },
    realpath: (path) => (overlay.has(path) ? path : (sys.realpath?.(path) ?? path)),
  };
}

function entriesOf(files: readonly string[], folder: string): { files: string[]; directories: string[] } {
  const prefix = folder === "" || folder.endsWith("/") ? folder : `${folder}/`;
  const below = files.filter((file) => file.startsWith(prefix)).map((file) => file.slice(prefix.length).split("/"));
  return {
    files: below.filter((parts) => parts.length === 1).map(([name]) => name!),
    directories: [...new Set(below.filter((parts) => parts.length > 1).map(([name]) => name!))],
  };
}
