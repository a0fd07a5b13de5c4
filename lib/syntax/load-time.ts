import type { Node } from "@babel/types";
import type { SourceFile } from "../workspace/source-file.ts";
import { bindingAt } from "./bindings.ts";
import { dressed } from "./expressions.ts";
import { functionAround, type FunctionNode } from "./functions.ts";

/** Methods that call the function they are given at once. */
const CALLS_AT_ONCE = /^(?:map|flatMap|filter|forEach|find|findIndex|some|every|reduce|reduceRight|sort|from|fromEntries)$/;

/**
 * Whether a place is evaluated while its module loads: outside every function, or in one that is called
 * at that time by its own module. A function that is handed on counts as called later.
 */
export function runsAtLoad(file: SourceFile, node: Node, seen = new Set<Node>()): boolean {
  const around = functionAround(file, node);
  if (around === undefined) return true;
  if (seen.has(around)) return false;
  seen.add(around);
  return isCalledInPlace(file, around)
    ? runsAtLoad(file, around, seen)
    : callsOf(file, around).some((call) => runsAtLoad(file, call, seen));
}

function isCalledInPlace(file: SourceFile, around: FunctionNode): boolean {
  const call = file.parent(dressed(file, around));
  if (call?.type !== "CallExpression" && call?.type !== "OptionalCallExpression") return false;
  const { callee } = call;
  if (callee.start! <= around.start! && around.end! <= callee.end!) return true;
  return callee.type === "MemberExpression" && callee.property.type === "Identifier" && CALLS_AT_ONCE.test(callee.property.name);
}

/** Where a function is called by its name in its own file. */
function callsOf(file: SourceFile, around: FunctionNode): Node[] {
  const parent = file.parent(around);
  const name =
    around.type === "FunctionDeclaration"
      ? around.id?.name
      : parent?.type === "VariableDeclarator" && parent.id.type === "Identifier"
        ? parent.id.name
        : undefined;
  const binding = name === undefined ? undefined : bindingAt(file, parent ?? around, name);
  return (binding?.uses ?? []).filter((reference) => {
    const use = file.parent(reference);
    return use?.type === "CallExpression" && use.callee === reference;
  });
}
