import type { CallExpression, Node } from "@babel/types";
import type { Range } from "../edit/ranges.ts";
import { endOfStatement, styleOf, type FileStyle } from "../edit/style.ts";
import { neighbourStyle } from "../edit/new-file.ts";
import type { AuthRoute } from "../next-auth/route-handler.ts";
import type { Project } from "../project/project.ts";
import { isNameFree } from "../syntax/bindings.ts";
import { exportsOf } from "../syntax/exports.ts";
import { importBindings, type ImportBinding } from "../syntax/imports.ts";
import type { SourceFile } from "../workspace/source-file.ts";
import type { MovingSet } from "./moving-set.ts";
import { runsOf, textOfImport, textOfInline, textOfRun, type Run } from "./moved-text.ts";
import type { RouteOptions } from "./route-options.ts";

/** Everything about one move that both files are written from. */
export interface Move {
  route: SourceFile;
  /** Where it all goes. */
  target: string;
  style: FileStyle;
  set: MovingSet;
  runs: readonly Run[];
  /** The options' name, where there are options to move. */
  name: string | undefined;
  /** The options written inline: what becomes a constant, and what its name replaces in the call. */
  inline: { text: Range; cut: Range } | undefined;
  /** The names that the target offers. */
  exported: ReadonlySet<string>;
  /** The name of NextAuth's options type in the new file, where inline options need it. */
  optionsType: { name: string; binding?: ImportBinding } | undefined;
}

export function describeMove(project: Project, { file }: AuthRoute, options: RouteOptions, set: MovingSet, target: string): Move {
  const inline = options.kind === "inline" ? argumentRanges(file, options.call.call, options.call.options!) : undefined;
  const name = options.kind === "declared" ? options.name : inline && inlineName(file);
  const offered = exportsOf(file).flatMap((entry) => (entry.kind === "local" ? [entry.local] : []));
  const going = set.statements.flatMap(({ names }) => names);
  const isBare = options.kind === "inline" && options.call.options!.type === "ObjectExpression";
  return {
    route: file,
    target,
    style: styleOf(file, () => neighbourStyle(project, file.path)),
    set,
    runs: runsOf(file, set.statements),
    name,
    inline,
    exported: new Set([...(name === undefined ? [] : [name]), ...set.usedByRoute, ...going.filter((moved) => offered.includes(moved))]),
    optionsType: isBare && /\.[cm]?tsx?$/.test(target) ? optionsType(file) : undefined,
  };
}

function inlineName(file: SourceFile): string {
  return ["authOptions", "nextAuthOptions", "routeAuthOptions"].find((name) => isNameFree(file, name)) ?? "authConfiguration";
}

/** What of a call becomes the new constant, with the comments before it, and what the constant's name replaces. */
function argumentRanges(file: SourceFile, call: CallExpression, argument: Node): { text: Range; cut: Range } {
  const own = { start: argument.start!, end: argument.end! };
  if (call.arguments.length > 1) return { text: own, cut: own };
  const open = file.text.indexOf("(", call.typeParameters?.end ?? call.callee.end!) + 1;
  const before = file.text.slice(open, argument.start!);
  // Parentheses of its own belong to no node.
  const after = file.text.slice(argument.end!, call.end! - 1);
  const closing = /^(?:\s*\))*/.exec(after)![0];
  const text = { start: open + (before.length - before.trimStart().length), end: argument.end! + closing.length };
  const isAlone = /^\s*,?\s*$/.test(after.slice(closing.length));
  return { text, cut: isAlone ? { start: open, end: call.end! - 1 } : text };
}

function optionsType(file: SourceFile): { name: string; binding?: ImportBinding } {
  const names = ["NextAuthOptions", "AuthOptions"];
  const binding = importBindings(file).find(
    ({ imported, source, specifier }) =>
      specifier && names.includes(imported) && (source === "next-auth" || source === "next-auth/core/types"),
  );
  return binding ? { name: binding.local.name, binding } : { name: "NextAuthOptions" };
}

/** The moved code, without imports, in source order. */
export function movedCode(move: Move): string {
  const { route, runs, inline, exported, target, style, name, optionsType } = move;
  const pieces = runs.map((run) => ({ start: run.start, text: textOfRun(route, run, exported, target) }));
  pieces.push(
    ...move.set.copied.map(({ node }) => ({
      start: node.start!,
      text: textOfRun(route, { start: node.start!, end: node.end!, statements: [] }, exported, target),
    })),
  );
  if (inline) {
    const type = optionsType ? `: ${optionsType.name}` : "";
    pieces.push({
      start: inline.text.start,
      text: `export const ${name}${type} = ${textOfInline(route, inline.text, target)}${endOfStatement(style)}`,
    });
  }
  return pieces
    .sort((a, b) => a.start - b.start)
    .map(({ text }) => text)
    .join("\n\n");
}

/** A comment that governs the line below it. */
const GOVERNS_LINE = /^\s*(?:@ts-ignore|@ts-expect-error|eslint-disable-next-line|biome-ignore)/;
/** A comment that governs its whole file. */
const GOVERNS_FILE = /^\s*(?:eslint-disable(?!-)|@ts-nocheck|@ts-check|biome-ignore-all|@jsx)/;

/** The text of a file of its own for the moved code. */
export function newFileText(move: Move): string {
  const { route, set, target, style, optionsType } = move;
  const end = endOfStatement(style);
  const needed = new Set<Node>(set.imports.flatMap(({ specifier }) => specifier ?? []));
  if (optionsType?.binding?.specifier) needed.add(optionsType.binding.specifier);
  let last: number | undefined;
  const lines = route.nodes("ImportDeclaration").flatMap((declaration): string[] => {
    const isNeeded = declaration.specifiers.some((specifier) => needed.has(specifier)) || bareImportsThatGo(move).includes(declaration);
    if (!isNeeded) return [];
    const isApart = last !== undefined && /\n[ \t]*\r?\n/.test(route.text.slice(last, declaration.start!));
    last = declaration.end!;
    return [
      ...(isApart ? [""] : []),
      ...governing(route, declaration).map(({ start, end: at }) => route.text.slice(start, at)),
      textOfImport(route, declaration, needed, target),
    ];
  });
  if (optionsType && !optionsType.binding) {
    const quote = style.quote;
    const own = `import type { ${optionsType.name} } from ${quote}next-auth${quote}${end}`;
    const fromNextAuth = lines.findIndex((line) => /^import\s+type\s*\{.*\}\s*from\s*["']next-auth["']/s.test(line));
    if (fromNextAuth === -1) lines.unshift(own);
    else lines[fromNextAuth] = lines[fromNextAuth]!.replace(/,?(\s*)\}/, `, ${optionsType.name}$1}`);
  }
  const head = (route.ast.comments ?? [])
    .filter(({ value, start }) => GOVERNS_FILE.test(value) && start! < (route.ast.program.body[0]?.start ?? 0))
    .map((comment) => route.text.slice(comment.start!, comment.end!));
  const parts = [head.join("\n"), lines.join("\n"), movedCode(move)].filter((part) => part !== "");
  return `${parts.join("\n\n")}\n`;
}

/** `import "next-auth/jwt"`, which is there only so that an augmentation finds what it augments. */
export function bareImportsThatGo({ route, set }: Move) {
  const augmented = set.statements.flatMap(({ inner }) =>
    inner.type === "TSModuleDeclaration" && inner.id.type === "StringLiteral" ? [inner.id.value] : [],
  );
  return route.nodes("ImportDeclaration").filter(({ specifiers, source }) => specifiers.length === 0 && augmented.includes(source.value));
}

/** The comments directly above an import that switch a check off for its line. */
export function governing(file: SourceFile, node: Node): Range[] {
  return (node.leadingComments ?? [])
    .filter(({ value, end }) => GOVERNS_LINE.test(value) && /^[ \t]*\r?\n?[ \t]*$/.test(file.text.slice(end!, node.start!)))
    .map(({ start, end }) => ({ start: start!, end: end! }));
}
