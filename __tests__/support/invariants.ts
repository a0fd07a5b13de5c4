import babelTraverse, { type Binding, type NodePath } from "@babel/traverse";
import type { File, Identifier, JSXIdentifier } from "@babel/types";
import type { Span } from "../../lib/edit/spans.ts";
import type { MigrateResult } from "../../lib/migrate.ts";
import { parseSource } from "../../lib/workspace/parse.ts";
import { isCode } from "../../lib/workspace/code-file.ts";
import type { Workspace } from "../../lib/workspace/workspace.ts";

const traverse = (babelTraverse as unknown as { default?: typeof babelTraverse }).default ?? babelTraverse;

/** Everything that is wrong with a run's result, whatever the run was about. */
export function brokenInvariants({ changes }: MigrateResult, before: Workspace): string[] {
  const problems: string[] = [];
  const globals = new Set(
    before
      .files()
      .filter((path) => isCode(path) && before.source(path)?.parses)
      .flatMap((path) => globalsOf(before.read(path)!, path)),
  );
  for (const { path, before: old, after, steps } of changes) {
    if (!isCode(path) || after === undefined) continue;
    problems.push(
      ...globalsOf(after, path)
        .filter((name) => !globals.has(name) && !KNOWN_GLOBALS.has(name))
        .map((name) => `${path}: ${name} is bound to nothing`),
    );
    let text = old;
    for (const { spans, after: next } of steps) {
      if (text !== undefined && spans.length > 0) problems.push(...checkStep(withoutMark(text), withoutMark(next), spans, path));
      if (text?.startsWith("\uFEFF") && !next.startsWith("\uFEFF")) problems.push(`${path}: the byte order mark is gone`);
      text = next;
    }
  }
  return problems;
}

/** What generated files may name, and new files too. */
const KNOWN_GLOBALS = new Set(["process", "React", "undefined"]);

function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, "");
}

/** Names that nothing in the file binds; Babel's scopes do not know types. */
function globalsOf(content: string, path: string): string[] {
  let names: string[] = [];
  const types = new Set<string>();
  traverse(parseSource(withoutMark(content), path), {
    Program: (program) => void (names = Object.keys((program.scope as unknown as { globals: object }).globals)),
    TSInterfaceDeclaration: ({ node }) => void types.add(node.id.name),
    TSTypeAliasDeclaration: ({ node }) => void types.add(node.id.name),
  });
  return names.filter((name) => !types.has(name));
}

/** Outside the spans every byte stays, and every name there goes on meaning what it meant. */
function checkStep(before: string, after: string, spans: readonly Span[], path: string): string[] {
  const problems: string[] = [];
  const toNew = (offset: number): number | undefined => {
    let shift = 0;
    for (const { start, end, text } of spans) {
      if (offset < start) break;
      if (offset < end) return undefined;
      shift += text.length - (end - start);
    }
    return offset + shift;
  };
  let at = 0;
  for (const span of [...spans, { start: before.length, end: before.length }]) {
    const kept = before.slice(at, span.start);
    const now = toNew(at) ?? 0;
    if (kept !== "" && after.slice(now, now + kept.length) !== kept)
      problems.push(`${path}: text that no span covers has changed at ${at}`);
    at = Math.max(at, span.end);
  }
  const keptAt = new Set(Array.from({ length: before.length }, (_, offset) => toNew(offset)));
  const now = new Map(references(parseSource(after, path)));
  for (const [offset, { name, binding }] of references(parseSource(before, path))) {
    const place = toNew(offset);
    if (place === undefined) continue;
    const other = now.get(place);
    if (other?.name !== name) continue;
    const was = binding === undefined ? "global" : toNew(binding.identifier.start!);
    const is = other.binding === undefined ? "global" : other.binding.identifier.start!;
    // A binding inside a span was rewritten (an import merged, options moved): what is written anew has to bind it then.
    const isKept = is === "global" || keptAt.has(is);
    if (was === undefined ? isKept : was !== is) problems.push(`${path}: ${name} at ${offset} means something else`);
  }
  return problems;
}

function references(ast: File): Map<number, { name: string; binding: Binding | undefined }> {
  const found = new Map<number, { name: string; binding: Binding | undefined }>();
  const see = (path: NodePath<Identifier> | NodePath<JSXIdentifier>) => {
    if (path.isReferenced()) found.set(path.node.start!, { name: path.node.name, binding: path.scope.getBinding(path.node.name) });
  };
  traverse(ast, { Identifier: see, JSXIdentifier: see });
  return found;
}
