import type { Node } from "@babel/types";
import type { Decision } from "../next-auth/session-decisions.ts";
import { LOADING } from "../next-auth/session-states.ts";
import type { Truth } from "../next-auth/session-values.ts";
import { guardCondition, quoted, waitFor } from "./guards.ts";
import { statementAround } from "./insertion.ts";
import type { Scene } from "./scene.ts";
import type { Range } from "./session-file.ts";
import { functionAround } from "../syntax/functions.ts";

/** A change that keeps a place from being reached while the session loads. */
export interface Waiting {
  /** What it keeps from running. */
  range: Range;
  /** What else has to hold for that. */
  asked: Truth;
  /** Writes it, once it is known how the status is read. */
  write(status: string): void;
}

/**
 * The smallest change at the deciding condition itself, where all that follows goes on running while the session loads.
 * Undefined where there is none: what leaves the function has to leave it while the session loads too.
 */
export function waitAtCondition(scene: Scene, decision: Decision, reason: string): Waiting | undefined {
  const { flow, file } = scene.in;
  const { deciding, place } = decision;
  const { at, test, holds } = deciding;
  if (deciding.kind === "past" || flow.exits(statementAround(scene, at), LOADING) !== false) return undefined;
  const waiting = (node: Node, write: Waiting["write"]): Waiting => ({ range: { start: node.start!, end: node.end! }, asked: true, write });
  const guard = () => waiting(at, (status) => guardCondition(scene, reason, test!, status));
  if (at.type === "IfStatement" && test) {
    if (holds && !at.alternate) return guard();
    const other = at.alternate;
    const isPlain = place.type !== "ReturnStatement" && deciding.truth(LOADING) === true;
    if (!holds && other && other.type !== "IfStatement" && isPlain)
      return waiting(other, (status) => void scene.change(reason).insert(other.start!, `if (${waitFor(scene, deciding, status)}) `));
    return isLastOfFunction(scene, at) ? undefined : wrap(place);
  }
  if (at.type === "LogicalExpression" && at.operator === "&&" && test) return guard();
  if (at.type === "LogicalExpression" || at.type === "ConditionalExpression") return wrap(at);
  return file.parent(place)?.type === "ExpressionStatement" ? wrap(place) : undefined;

  /** `if (status === "unauthenticated") router.push("/login")` */
  function wrap(node: Node): Waiting | undefined {
    const statement = statementAround(scene, node);
    if (statement.type !== "ExpressionStatement" || file.parent(statement)?.type !== "BlockStatement") return undefined;
    return waiting(statement, (status) => {
      const asked = node === at ? `${status} !== ${quoted(scene, "loading")}` : waitFor(scene, deciding, status);
      scene.change(reason).insert(statement.start!, `if (${asked}) `);
    });
  }
}

function isLastOfFunction(scene: Scene, statement: Node): boolean {
  const body = functionAround(scene.in.file, statement)?.body;
  return body?.type === "BlockStatement" && body.body.at(-1) === statement;
}
