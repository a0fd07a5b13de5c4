import type { Node, Statement } from "@babel/types";
import type { Decision } from "../next-auth/session-decisions.ts";
import { LOADING } from "../next-auth/session-states.ts";
import type { Truth } from "../next-auth/session-values.ts";
import { openWhileLoading } from "./guards.ts";
import type { Scene } from "./scene.ts";
import type { Range } from "./session-file.ts";
import { functionAround, isFunction } from "../syntax/functions.ts";

/** Where a loading branch goes. */
export interface InsertionPoint {
  statement: Statement;
  /** What else the branch has to ask, where the decision is not only about the session. */
  asking: readonly string[];
  /** What that comes to while the session loads. */
  asked: Truth;
}

/** The outermost statement before which a branch only keeps from running what would have decided "signed out". */
export function insertionPoint(scene: Scene, { place, conditions, deciding }: Decision): InsertionPoint | undefined {
  const { file, flow } = scene.in;
  if (deciding.kind === "past") {
    if (deciding.truth(LOADING) === true) return wholly(deciding.at as Statement);
    const list = listAround(scene, deciding.at)!;
    return wholly(list[list.indexOf(deciding.at as Statement) + 1]!);
  }
  const decidingStatement = statementAround(scene, deciding.at);
  const path = [place, ...file.ancestors(place)]
    .filter(
      (node): node is Statement =>
        node.start! >= decidingStatement.start! &&
        listAround(scene, node) !== undefined &&
        functionAround(file, node) === functionAround(file, deciding.at),
    )
    .reverse();
  const surelyDecides = (statement: Statement) =>
    flow.exits(statement, LOADING) === true ||
    conditions.every(({ at, kind, truth }) => kind === "past" || at.start! < statement.start! || truth(LOADING) === true);
  const [outermost] = path;
  const found = path.find(surelyDecides);
  if (outermost === undefined || found === outermost) return found && wholly(found);
  // `if (!session && isPrivate) return …`: the branch asks the rest of the condition too.
  const inner = conditions.filter(({ at, kind }) => kind === "inside" && at.start! >= outermost.start!);
  if (inner.length === 1 && deciding.test && deciding.holds && deciding.at === outermost && !usesBlock(outermost))
    return {
      statement: outermost,
      asking: openWhileLoading(scene, deciding.test),
      asked: scene.in.states.test(deciding.test, LOADING),
    };
  return found && wholly(found);
}

/** A branch that asks nothing but whether the session loads. */
export function wholly(statement: Statement): InsertionPoint {
  return { statement, asking: [], asked: true };
}

/** What a branch before a statement of a list keeps from running. */
export function reachOf(scene: Scene, statement: Statement): Range {
  return { start: statement.start!, end: scene.in.file.parent(statement)!.end! };
}

/** The statement of a list that a node stands in. */
export function statementOfList(scene: Scene, node: Node, list: readonly Statement[]): Statement | undefined {
  return [node, ...scene.in.file.ancestors(node)].find((at): at is Statement => list.includes(at as Statement));
}

/** The list of statements that a statement stands in. */
export function listAround(scene: Scene, node: Node): readonly Statement[] | undefined {
  const parent = scene.in.file.parent(node);
  if (parent?.type === "BlockStatement" || parent?.type === "Program")
    return parent.body.includes(node as Statement) ? parent.body : undefined;
  return parent?.type === "SwitchCase" && parent.consequent.includes(node as Statement) ? parent.consequent : undefined;
}

/** The statement a node stands in; the node itself where it is what an arrow function returns. */
export function statementAround(scene: Scene, node: Node): Statement {
  for (const at of [node, ...scene.in.file.ancestors(node)]) {
    if (/Statement$|^VariableDeclaration$/.test(at.type)) return at as Statement;
    if (isFunction(at)) break;
  }
  return node as Statement;
}

/** `if (…) { … }` */
export function usesBlock(node: Node): boolean {
  return node.type === "IfStatement" && node.consequent.type === "BlockStatement";
}
