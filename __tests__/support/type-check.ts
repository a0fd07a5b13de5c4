import { join, posix } from "node:path";
import ts from "typescript";
import type { Tree } from "./fixture.ts";

const REPOSITORY = join(import.meta.dirname, "../..").replaceAll("\\", "/");
/** A folder that does not exist, inside the repository so that its packages are found from there. */
const VIRTUAL = posix.join(REPOSITORY, "__virtual__");
const registry = ts.createDocumentRegistry();
const CODE = /\.[cm]?tsx?$/;

/**
 * The type errors of a little project, with the real types of next, next-auth and react. Errors about
 * packages that are not installed here are left out; places are too, since a change moves code.
 */
export function typeErrors(tree: Tree): string[] {
  const files = new Map([...tree].map(([path, content]) => [posix.join(VIRTUAL, path), content]));
  const configuration = ts.readConfigFile("tsconfig.json", () => tree.get("tsconfig.json") ?? "{}").config as
    { compilerOptions?: object } | undefined;
  const options = ts.convertCompilerOptionsFromJson(
    { ...DEFAULTS, ...configuration?.compilerOptions, noEmit: true, incremental: false, plugins: [] },
    VIRTUAL,
  ).options;
  const roots = [...files.keys()].filter((path) => CODE.test(path));
  const directories = new Set([...files.keys()].flatMap(foldersAbove));
  const host: ts.LanguageServiceHost = {
    getScriptFileNames: () => [...roots, posix.join(REPOSITORY, "node_modules/next/types.d.ts")],
    getScriptVersion: (path) => files.get(path) ?? "0",
    getScriptSnapshot: (path) => {
      const content = files.get(path) ?? ts.sys.readFile(path);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => VIRTUAL,
    getCompilationSettings: () => options,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (path) => files.has(path) || ts.sys.fileExists(path),
    readFile: (path) => files.get(path) ?? ts.sys.readFile(path),
    directoryExists: (path) => directories.has(path) || ts.sys.directoryExists(path),
    getDirectories: ts.sys.getDirectories,
  };
  const service = ts.createLanguageService(host, registry);
  try {
    return roots
      .flatMap((path) =>
        [...service.getSyntacticDiagnostics(path), ...service.getSemanticDiagnostics(path)]
          .filter(isOurs)
          .map((diagnostic) => `TS${diagnostic.code} ${ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n")}`),
      )
      .sort();
  } finally {
    service.dispose();
  }
}

const DEFAULTS = {
  target: "ES2022",
  lib: ["dom", "dom.iterable", "esnext"],
  allowJs: true,
  skipLibCheck: true,
  strict: true,
  esModuleInterop: true,
  module: "esnext",
  moduleResolution: "bundler",
  resolveJsonModule: true,
  isolatedModules: true,
  jsx: "preserve",
  types: ["node", "react"],
  typeRoots: [posix.join(REPOSITORY, "node_modules/@types")],
};

/** A package that a fixture names and that is not installed here: 2307, 7016; a stylesheet: 2882. */
function isOurs({ code }: ts.Diagnostic): boolean {
  return ![2307, 7016, 2882].includes(code);
}

function foldersAbove(path: string): string[] {
  const above = posix.dirname(path);
  return above.length < VIRTUAL.length ? [] : [above, ...foldersAbove(above)];
}
