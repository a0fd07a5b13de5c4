import type { Expression, Node, VariableDeclarator } from "@babel/types";
import type { SourceFile } from "../workspace/source-file.ts";

/** What an expression is under `as`, `satisfies`, `!`, casts and parentheses. */
export function unwrap(node: Node): Node {
  let at = node;
  while (
    at.type === "TSAsExpression" ||
    at.type === "TSSatisfiesExpression" ||
    at.type === "TSNonNullExpression" ||
    at.type === "TSTypeAssertion" ||
    at.type === "ParenthesizedExpression" ||
    at.type === "TSInstantiationExpression"
  )
    at = at.expression;
  return at;
}

/** The first argument outwards from a node that is not `as`, `satisfies`, `!`, a cast or parentheses: the dressed node itself. */
export function dressed(file: SourceFile, node: Node): Node {
  let at = node;
  for (const ancestor of file.ancestors(node)) {
    if (unwrap(ancestor) !== unwrap(node) || !("expression" in ancestor)) return at;
    at = ancestor;
  }
  return at;
}

/** The declarator of a variable at the top of the file. */
export function topLevelVariable(file: SourceFile, name: string): VariableDeclarator | undefined {
  return file
    .nodes("VariableDeclarator")
    .find((declarator) => declarator.id.type === "Identifier" && declarator.id.name === name && isTopLevel(file, declarator));
}

/** Whether a declarator or declaration stands at the top of the file, exported or not. */
export function isTopLevel(file: SourceFile, node: Node): boolean {
  for (const ancestor of file.ancestors(node)) {
    if (ancestor.type === "Program") return true;
    if (
      ancestor.type !== "VariableDeclaration" &&
      ancestor.type !== "ExportNamedDeclaration" &&
      ancestor.type !== "ExportDefaultDeclaration"
    )
      return false;
  }
  return false;
}

/** A property's value in an object literal, by its static name. */
export function propertyValue(object: Node, name: string): Expression | undefined {
  if (object.type !== "ObjectExpression") return undefined;
  for (const property of object.properties) {
    if (property.type !== "ObjectProperty" || property.computed) continue;
    if (
      (property.key.type === "Identifier" && property.key.name === name) ||
      (property.key.type === "StringLiteral" && property.key.value === name)
    )
      return property.value as Expression;
  }
  return undefined;
}
