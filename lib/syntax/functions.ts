import type { Function as FunctionNode, Node } from "@babel/types";
import type { SourceFile } from "../workspace/source-file.ts";

export type { FunctionNode };

const FUNCTIONS = /^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression|ObjectMethod|ClassMethod|ClassPrivateMethod)$/;

/** Whatever has a body that runs when it is called, methods included. */
export function isFunction(node: Node): node is FunctionNode {
  return FUNCTIONS.test(node.type);
}

/** The innermost function around a node. */
export function functionAround(file: SourceFile, node: Node): FunctionNode | undefined {
  for (const ancestor of file.ancestors(node)) if (isFunction(ancestor)) return ancestor;
  return undefined;
}
