import type { Node, ObjectExpression, StringLiteral, TemplateLiteral } from "@babel/types";
import { exportsOf } from "../syntax/exports.ts";
import { propertyValue, topLevelVariable, unwrap } from "../syntax/expressions.ts";
import type { SourceFile } from "../workspace/source-file.ts";
import { compileMatcher, InvalidSourceError, type Matcher } from "./matcher.ts";

/** An entry of `config.matcher` with the text that its source is written as. */
export interface MatcherEntry extends Matcher {
  literal: StringLiteral | TemplateLiteral;
}

/** What Next.js reads of a middleware's `config`. It does so without running the file: only literals count. */
export type MiddlewareConfig =
  /** No matcher: the middleware runs for every request. `object` is the `config` without one. */
  | { kind: "none"; object?: ObjectExpression }
  | { kind: "literal"; entries: readonly MatcherEntry[]; node: Node }
  /** Computed, or not exported in the way that Next.js reads. */
  | { kind: "unreadable"; node: Node; why: string }
  /** A source that Next.js refuses. */
  | { kind: "invalid"; node: Node; why: string };

/**
 * Reads `export const config` as Next.js does.
 * https://nextjs.org/docs/app/api-reference/file-conventions/proxy#matcher
 */
export function middlewareConfigOf(file: SourceFile): MiddlewareConfig {
  const exported = exportsOf(file).find((one) => one.exported === "config" && !one.typeOnly);
  if (exported === undefined) return { kind: "none" };
  const unread = "Next.js reads config without running the file, and only from `export const config = { … }` in it";
  const declarator = exported.kind === "local" ? topLevelVariable(file, exported.local) : undefined;
  const isExportedConst =
    exported.node.type === "ExportNamedDeclaration" &&
    exported.node.declaration?.type === "VariableDeclaration" &&
    exported.node.declaration.kind === "const";
  const object = declarator?.init && unwrap(declarator.init);
  if (!isExportedConst || object?.type !== "ObjectExpression") return { kind: "unreadable", node: exported.node, why: unread };
  const spread = object.properties.find((property) => property.type === "SpreadElement");
  if (spread) return { kind: "unreadable", node: spread, why: unread };
  const matcher = propertyValue(object, "matcher");
  return matcher === undefined ? { kind: "none", object } : readMatcher(matcher);
}

function readMatcher(matcher: Node): MiddlewareConfig {
  const value = unwrap(matcher);
  const elements: readonly (Node | null)[] = value.type === "ArrayExpression" ? value.elements : [value];
  const entries: MatcherEntry[] = [];
  for (const element of elements) {
    const entry = element ? readEntry(unwrap(element)) : undefined;
    if (entry === undefined)
      return {
        kind: "unreadable",
        node: element ?? value,
        why: "Next.js reads the matcher without running the file, so only literals count",
      };
    const unknown = unknownKey(unwrap(element!));
    if (unknown !== undefined) return { kind: "invalid", node: element!, why: `${unknown} is no part of a matcher` };
    try {
      compileMatcher(entry);
    } catch (error) {
      if (!(error instanceof InvalidSourceError)) throw error;
      return { kind: "invalid", node: element!, why: error.message };
    }
    entries.push(entry);
  }
  return { kind: "literal", entries, node: value };
}

function readEntry(node: Node): MatcherEntry | undefined {
  const own = readText(node);
  if (own) return own;
  if (node.type !== "ObjectExpression" || node.properties.some((property) => property.type !== "ObjectProperty" || property.computed))
    return undefined;
  const source = propertyValue(node, "source");
  const text = source && readText(unwrap(source));
  if (text === undefined) return undefined;
  const locale = propertyValue(node, "locale");
  return {
    ...text,
    ...(locale?.type === "BooleanLiteral" && !locale.value ? { locale: false } : {}),
    ...conditions(node, "has"),
    ...conditions(node, "missing"),
  };
}

/** https://nextjs.org/docs/app/api-reference/file-conventions/proxy#matcher */
function unknownKey(node: Node): string | undefined {
  if (node.type !== "ObjectExpression") return undefined;
  const keys = node.properties.flatMap((property) =>
    property.type === "ObjectProperty" && property.key.type === "Identifier" ? property.key.name : [],
  );
  return keys.find((key) => !/^(?:source|regexp|locale|has|missing)$/.test(key));
}

function conditions(node: ObjectExpression, name: "has" | "missing"): object {
  return propertyValue(node, name) === undefined ? {} : { [name]: [] };
}

function readText(node: Node): MatcherEntry | undefined {
  if (node.type === "StringLiteral") return { source: node.value, literal: node };
  if (node.type !== "TemplateLiteral" || node.expressions.length > 0) return undefined;
  const { cooked, raw } = node.quasis[0]!.value;
  return { source: cooked ?? raw, literal: node };
}
