import type { ParserOptions, ParserPlugin } from "@babel/parser";
import type { File } from "@babel/types";
import babel from "./babel.cjs";

/** A file that does not parse: what is wrong and where, ready to be shown to a person. */
export class ParseError extends Error {
  override readonly name = "ParseError";
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;

  constructor(path: string, message: string, line: number, column: number) {
    super(message);
    this.path = path;
    this.line = line;
    this.column = column;
  }
}

const PLUGINS: ParserPlugin[] = [
  "typescript",
  "decorators-legacy",
  "decoratorAutoAccessors",
  "explicitResourceManagement",
  "importAttributes",
  "deferredImportEvaluation",
  "sourcePhaseImports",
];

/** In these files `<T>x` is a cast, so JSX is off, as in TypeScript itself. */
const WITHOUT_JSX = /\.[cm]?ts$/;

/**
 * Parses a source text, without its byte order mark, into a Babel tree with exact offsets.
 *
 * @param text the source
 * @param path names the file in errors; its extension decides whether JSX is read
 * @param tokens whether the tree's `tokens` are kept: to color a text, not to change it
 * @throws {ParseError} with line and column, where the text is not valid
 */
export function parseSource(text: string, path: string, { tokens = false } = {}): File {
  const options: ParserOptions = {
    tokens,
    sourceType: "module",
    allowImportExportEverywhere: true,
    allowReturnOutsideFunction: true,
    allowAwaitOutsideFunction: true,
    allowUndeclaredExports: true,
    plugins: WITHOUT_JSX.test(path) ? PLUGINS : [...PLUGINS, "jsx"],
  };
  const { parse } = babel.parser;
  try {
    const file = unlessTooDeep(path, () => parse(text, options));
    checkImports(file, path);
    return file;
  } catch (error) {
    if (error instanceof ParseError) throw error;
    const { message, loc } = error as Error & { loc?: { line: number; column: number } };
    throw new ParseError(path, message.replace(/ \(\d+:\d+\)$/, ""), loc?.line ?? 1, (loc?.column ?? 0) + 1);
  }
}

/**
 * Babel lets the same name be imported twice where other statements stand between: a type and a value might share it.
 *
 * @throws {ParseError} as for any other name that is declared twice
 */
function checkImports({ program }: File, path: string): void {
  const names = new Set<string>();
  for (const statement of program.body) {
    if (statement.type !== "ImportDeclaration" || statement.importKind === "type") continue;
    for (const specifier of statement.specifiers) {
      if (specifier.type === "ImportSpecifier" && specifier.importKind === "type") continue;
      const { name, loc } = specifier.local;
      if (names.has(name))
        throw new ParseError(path, `Identifier '${name}' has already been declared.`, loc!.start.line, loc!.start.column + 1);
      names.add(name);
    }
  }
}

/**
 * Does what goes down into a file's tree by recursion.
 *
 * @throws {ParseError} where the stack is not enough for it
 */
export function unlessTooDeep<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new ParseError(path, "The file is nested too deeply to be read.", 1, 1);
  }
}
