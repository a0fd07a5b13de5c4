import type { ImportDeclaration, Node, Statement } from "@babel/types";
import { posix } from "node:path";
import { applySpans, sortSpans, type Span } from "../edit/spans.ts";
import type { Range } from "../edit/ranges.ts";
import { indentationAt } from "../edit/style.ts";
import { moduleReferences } from "../syntax/imports.ts";
import type { TopLevelStatement } from "../syntax/top-level.ts";
import { parentOf } from "../workspace/app.ts";
import type { SourceFile } from "../workspace/source-file.ts";

/** A stretch of the route that goes as it is: statements that stand together, and their comments. */
export interface Run extends Range {
  statements: readonly TopLevelStatement[];
}

/** Groups moving statements that follow each other, so that what stands between them goes too. */
export function runsOf(file: SourceFile, moving: readonly TopLevelStatement[]): Run[] {
  const { body } = file.ast.program;
  const runs: { statements: TopLevelStatement[] }[] = [];
  for (const statement of moving) {
    const before = body[body.indexOf(statement.node) - 1];
    const run = runs.at(-1);
    if (run !== undefined && run.statements.at(-1)!.node === before) run.statements.push(statement);
    else runs.push({ statements: [statement] });
  }
  return runs.map(({ statements }) => ({
    statements,
    start: startWithComments(file, statements[0]!.node),
    end: endWithComment(file, statements.at(-1)!.node),
  }));
}

/**
 * Where a statement begins with the comments that are about it: those right above it, and those that stand
 * apart from what comes before. The comment at the head of the file and one that closes what is above stay.
 */
function startWithComments(file: SourceFile, node: Statement): number {
  const { body, directives } = file.ast.program;
  const previous = body[body.indexOf(node) - 1] ?? directives.at(-1);
  const previousEnd = previous ? endWithComment(file, previous) : 0;
  let start = node.start!;
  let attached = true;
  for (const comment of [...(node.leadingComments ?? [])].reverse()) {
    if (comment.start! < previousEnd) break;
    const isApart = /\n[ \t]*\r?\n/.test(file.text.slice(comment.end!, start));
    if (isApart) attached = false;
    if (!attached && previous === undefined) break;
    if (!attached && closesAbove(file, node, comment.start!, previousEnd)) break;
    start = comment.start!;
  }
  return start;
}

/** Whether a comment stands, without an empty line, below what comes before it. */
function closesAbove(file: SourceFile, node: Node, at: number, previousEnd: number): boolean {
  const comments = (node.leadingComments ?? []).filter((comment) => comment.start! >= previousEnd && comment.start! <= at);
  let end = previousEnd;
  for (const comment of comments) {
    if (/\n[ \t]*\r?\n/.test(file.text.slice(end, comment.start!))) return false;
    end = comment.end!;
  }
  return true;
}

/** A statement's end with the comment behind it on its line. */
export function endWithComment(file: SourceFile, node: Node): number {
  return node.end! + /^(?:[ \t]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/(?=[ \t]*(?:\r?\n|$))))?/.exec(file.text.slice(node.end!))![0].length;
}

/** What to cut from the route so that a run goes with its lines and one of two empty lines that would meet. */
export function cutOf(text: string, { start, end }: Range): Range {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const lineEnd = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(end));
  if (text.slice(lineStart, start).trim() !== "" || lineEnd === null)
    return { start, end: end + /^[ \t]*/.exec(text.slice(end))![0].length };
  const from = lineStart;
  let to = end + lineEnd[0].length;
  if (text.slice(to).trim() === "") {
    const kept = text.slice(0, from).trimEnd();
    return { start: kept.length + (/^[ \t]*\r?\n/.exec(text.slice(kept.length))?.[0].length ?? 0), end: text.length };
  }
  const emptyAbove = from === 0 || /\n[ \t]*\r?\n$/.test(text.slice(0, from));
  const emptyBelow = /^(?:[ \t]*\r?\n)+/.exec(text.slice(to));
  if (emptyAbove && emptyBelow) to += emptyBelow[0].length;
  return { start: from, end: to };
}

/** A run's text as it stands in the new file: with `export` where it is needed, and relative paths re-based. */
export function textOfRun(file: SourceFile, run: Run, exported: ReadonlySet<string>, newPath: string): string {
  const why = { reason: "", choice: "" };
  const spans: Span[] = rebaseSpans(file, run, newPath);
  for (const { node, names } of run.statements) {
    if (node.type !== "ExportNamedDeclaration" && names.some((name) => exported.has(name)))
      spans.push({ start: node.start!, end: node.start!, text: "export ", ...why });
  }
  return applyWithin(file, run, spans);
}

/** The text of options that were written inline, moved to the left edge. */
export function textOfInline(file: SourceFile, range: Range, newPath: string): string {
  const indentation = indentationAt(file, range.end - 1);
  const spans = rebaseSpans(file, range, newPath);
  if (indentation !== "") {
    const templates = file.nodes("TemplateElement");
    for (const match of file.text.slice(range.start, range.end).matchAll(/\n/g)) {
      const start = range.start + match.index + 1;
      if (!file.text.startsWith(indentation, start) || templates.some((element) => element.start! < start && start <= element.end!))
        continue;
      spans.push({ start, end: start + indentation.length, text: "", reason: "", choice: "" });
    }
  }
  return applyWithin(file, range, spans);
}

function applyWithin(file: SourceFile, { start, end }: Range, spans: readonly Span[]): string {
  const moved = sortSpans(file.path, spans).map((span) => ({ ...span, start: span.start - start, end: span.end - start }));
  return applySpans(file.text.slice(start, end), moved);
}

function rebaseSpans(file: SourceFile, { start, end }: Range, newPath: string): Span[] {
  return moduleReferences(file).flatMap(({ literal }) => {
    if (literal.start! < start || literal.end! > end) return [];
    const value = rebase(literal.value, file.path, newPath);
    return value === literal.value ? [] : [{ start: literal.start! + 1, end: literal.end! - 1, text: value, reason: "", choice: "" }];
  });
}

/** A relative specifier as it has to be in a file elsewhere; its ending (`/index`, `.js`) stays as it was written. */
export function rebase(specifier: string, from: string, to: string): string {
  if (!/^\.\.?(?:\/|$)/.test(specifier)) return specifier;
  const path = posix.relative(`/${parentOf(to)}`, posix.join("/", parentOf(from), specifier));
  return path.startsWith(".") ? path : `./${path}`;
}

/** An import declaration with only some of its names, for the new file. */
export function textOfImport(file: SourceFile, declaration: ImportDeclaration, needed: ReadonlySet<Node>, newPath: string): string {
  const source = rebase(declaration.source.value, file.path, newPath);
  const quote = file.text[declaration.source.start!]!;
  if (declaration.specifiers.every((specifier) => needed.has(specifier))) {
    return (
      file.text.slice(declaration.start!, declaration.source.start!) +
      quote +
      source +
      quote +
      file.text.slice(declaration.source.end!, endWithComment(file, declaration))
    );
  }
  const kept = declaration.specifiers.filter((specifier) => needed.has(specifier));
  const named = kept.filter(({ type }) => type === "ImportSpecifier").map((specifier) => file.slice(specifier));
  const clause = [
    ...kept.filter(({ type }) => type !== "ImportSpecifier").map((specifier) => file.slice(specifier)),
    ...(named.length > 0 ? [`{ ${named.join(", ")} }`] : []),
  ].join(", ");
  return `import ${declaration.importKind === "type" ? "type " : ""}${clause} from ${quote}${source}${quote}${file.text.slice(declaration.source.end!, declaration.end!)}`;
}
