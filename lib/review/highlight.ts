import type { Node } from "@babel/types";
import { parseSource } from "../workspace/parse.ts";
import { isCode } from "../workspace/code-file.ts";

export type TokenKind = "keyword" | "string" | "number" | "comment" | "type" | "function" | "tag" | "attribute";

/** A colored stretch of one line. */
export interface Token {
  start: number;
  end: number;
  kind: TokenKind;
}

/** What `tokens: true` adds to Babel's tree; its type has no declaration. */
interface BabelToken {
  type: string | { label: string; keyword?: string };
  start: number;
  end: number;
}

const LABELS: Record<string, TokenKind> = {
  string: "string",
  template: "string",
  "`": "string",
  regexp: "string",
  num: "number",
  bigint: "number",
};
const SKIPPED_KEYS = new Set(["loc", "extra", "tokens", "comments", "leadingComments", "trailingComments", "innerComments", "errors"]);

/**
 * The colors of a text, line by line (lines end at `\n`), from the parser's own tokens: they are as exact for TypeScript
 * and JSX as the edits are. A text that is no code, or does not parse, has none.
 */
export function highlight(path: string, content: string): Token[][] {
  const lines = content.split("\n");
  const byLine: Token[][] = lines.map(() => []);
  const mark = content.startsWith("\uFEFF") ? 1 : 0;
  const starts: number[] = [];
  lines.reduce((at, line) => (starts.push(at), at + line.length + 1), 0);
  let line = 0;
  for (const { start, end, kind } of codeTokens(path, content.slice(mark))) {
    while (line + 1 < starts.length && starts[line + 1]! <= start + mark) line++;
    for (let at = line; at < lines.length && starts[at]! < end + mark; at++) {
      const from = Math.max(0, start + mark - starts[at]!);
      const to = Math.min(lines[at]!.length, end + mark - starts[at]!);
      if (to > from) byLine[at]!.push({ start: from, end: to, kind });
    }
  }
  return byLine;
}

function codeTokens(path: string, text: string): Token[] {
  if (!isCode(path)) return [];
  try {
    const { program, tokens } = parseSource(text, path, { tokens: true });
    const names = nameKinds(program);
    return (tokens as unknown as BabelToken[]).flatMap(({ type, start, end }) => {
      const kind = kindOf(type, start, names);
      return kind === undefined ? [] : [{ start, end, kind }];
    });
  } catch {
    return []; // shown without colors
  }
}

function kindOf(type: BabelToken["type"], start: number, names: ReadonlyMap<number, TokenKind | undefined>): TokenKind | undefined {
  if (typeof type === "string") return type.startsWith("Comment") ? "comment" : undefined;
  if (names.has(start)) return names.get(start);
  if (type.keyword !== undefined) return "keyword";
  // A word that is no name anywhere in the tree is a word of the language: `type`, `async`, `as`, `from`, `string`.
  return type.label === "name" ? "keyword" : LABELS[type.label];
}

/** What the names of a tree stand for, by their offset. */
function nameKinds(program: Node): Map<number, TokenKind | undefined> {
  const names = new Map<number, TokenKind | undefined>();
  const say = (node: unknown, kind: TokenKind) => {
    const { type, start, property, right } = node as { type?: string; start?: number; property?: unknown; right?: unknown };
    if (type === "MemberExpression" || type === "JSXMemberExpression") say(property, kind);
    else if (type === "TSQualifiedName") say(right, kind);
    else if ((type === "Identifier" || type === "JSXIdentifier") && start !== undefined) names.set(start, kind);
  };
  const visit = (node: Node) => {
    const { type, start } = node;
    if ((type === "Identifier" || type === "JSXIdentifier") && !names.has(start!)) names.set(start!, undefined);
    if (type === "CallExpression" || type === "NewExpression" || type === "OptionalCallExpression")
      say(node.callee, type === "NewExpression" ? "type" : "function");
    else if (type === "FunctionDeclaration" || type === "FunctionExpression") say(node.id, "function");
    else if (type === "ClassDeclaration" || type === "TSTypeAliasDeclaration" || type === "TSInterfaceDeclaration") say(node.id, "type");
    else if (type === "TSTypeReference") say(node.typeName, "type");
    else if (type === "JSXOpeningElement" || type === "JSXClosingElement") say(node.name, "tag");
    else if (type === "JSXAttribute") say(node.name, "attribute");
    for (const key in node) {
      if (SKIPPED_KEYS.has(key)) continue;
      const value = (node as unknown as Record<string, unknown>)[key];
      for (const child of Array.isArray(value) ? value : [value]) {
        if (typeof child === "object" && child !== null && typeof (child as Node).type === "string") visit(child as Node);
      }
    }
  };
  visit(program);
  return names;
}
