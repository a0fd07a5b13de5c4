import type { Node, ObjectPattern, VariableDeclaration } from "@babel/types";
import type { Change } from "../edit/source-edit.ts";
import { endOfStatement, indentationAt, type FileStyle } from "../edit/style.ts";
import type { ModuleReference } from "../syntax/imports.ts";
import type { SourceFile } from "../workspace/source-file.ts";
import type { Departures, Following } from "./importers.ts";
import { patternKeys } from "./names-taken.ts";

/** Whether a mock makes up its module by itself: no factory says what is in it. */
export function isAutomatic(node: Node): boolean {
  return node.type === "CallExpression" && node.arguments.length === 1;
}

export function followMock(
  file: SourceFile,
  { node, literal }: ModuleReference,
  source: (style: FileStyle) => string,
  isWhole: boolean,
): Following["apply"] {
  const statement = file.parent(node);
  if (isWhole || statement?.type !== "ExpressionStatement") return (change, style) => change.replace(literal, source(style));
  return (change, style) => {
    const text = file.slice(statement);
    const at = literal.start! - statement.start!;
    change.insert(
      statement.end!,
      `\n${indentationAt(file, statement.start!)}${text.slice(0, at)}${source(style)}${text.slice(at + literal.end! - literal.start!)}`,
    );
  };
}

/** The statement `const { a, b } = await import("x")` or the like around a call, where its names can be divided. */
export function splitPattern(file: SourceFile, call: Node): { statement: VariableDeclaration; pattern: ObjectPattern } | undefined {
  const value = file.parent(call)?.type === "AwaitExpression" ? file.parent(call)! : call;
  const declarator = file.parent(value);
  const statement = declarator && file.parent(declarator);
  if (
    declarator?.type !== "VariableDeclarator" ||
    declarator.init !== value ||
    statement?.type !== "VariableDeclaration" ||
    statement.declarations.length !== 1
  )
    return undefined;
  return declarator.id.type === "ObjectPattern" && patternKeys(declarator.id) ? { statement, pattern: declarator.id } : undefined;
}

export function splitLoading(
  file: SourceFile,
  { node, literal }: ModuleReference,
  departures: Departures,
  source: string,
  change: Change,
  style: FileStyle,
): void {
  const { statement, pattern } = splitPattern(file, node)!;
  const isGone = (property: Node) =>
    property.type === "ObjectProperty" && property.key.type === "Identifier" && departures.of(property.key.name) !== undefined;
  const list = (properties: readonly Node[]) => `{ ${properties.map((property) => file.slice(property)).join(", ")} }`;
  const { init } = statement.declarations[0]!;
  const loading = file.text.slice(init!.start!, literal.start!) + source + file.text.slice(literal.end!, init!.end!);
  change.replace(pattern, list(pattern.properties.filter((property) => !isGone(property))));
  change.insert(
    statement.end!,
    `\n${indentationAt(file, statement.start!)}${statement.kind} ${list(pattern.properties.filter(isGone))} = ${loading}${endOfStatement(style)}`,
  );
}
