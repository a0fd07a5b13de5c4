import type { Expression, Node } from "@babel/types";
import { unwrap } from "../syntax/expressions.ts";
import { LOADING } from "../next-auth/session-states.ts";
import type { Condition } from "../next-auth/session-decisions.ts";
import { updatesSession } from "../next-auth/session-updates.ts";
import type { Scene } from "./scene.ts";

/** The parts of `a && b && c`. */
export function operandsOf(node: Node): Expression[] {
  const at = node as Expression;
  return at.type === "LogicalExpression" && at.operator === "&&" ? [...operandsOf(at.left), ...operandsOf(at.right)] : [at];
}

/** What a place waits for: signed out for sure, or just not loading where the condition asks for more than that. */
export function waitFor(scene: Scene, { test, holds }: Condition, status: string): string {
  return !scene.consumer.required && test && scene.in.flow.isSignedOut(test, holds)
    ? `${status} === ${quoted(scene, "unauthenticated")}`
    : `${status} !== ${quoted(scene, "loading")}`;
}

/**
 * Asks whether the session loads. Where the app calls `update()`, which makes everybody's status "loading" while the
 * session is still there, what people see who are signed in is not taken from them: a form would lose what is in it.
 *
 * @param place what the session has to be readable at
 */
export function isLoading(scene: Scene, status: string, place: Node): string {
  const session = updatesSession(scene.in.project) ? scene.sessionAt(place) : undefined;
  return `${session === undefined ? "" : `!${session} && `}${status} === ${quoted(scene, "loading")}`;
}

/** A status in quotes: those it has elsewhere in the file, else the most common ones. */
export function quoted(scene: Scene, value: string): string {
  const { file, edits } = scene.in;
  const same = file.nodes("StringLiteral").find((node) => STATUSES.has(node.value) && file.parent(node)?.type === "BinaryExpression");
  const quote = same ? file.text[same.start!] : edits.style.quote;
  return quote + value + quote;
}

const STATUSES = new Set(["loading", "authenticated", "unauthenticated"]);

/**
 * Makes a condition wait for the session: the part that means "nobody is signed in" becomes the status's
 * question, and where there is none the question comes first.
 */
export function guardCondition(scene: Scene, reason: string, test: Node, status: string): void {
  const change = scene.change(reason);
  const signedOut = scene.consumer.required ? undefined : operandsOf(test).find((operand) => scene.in.flow.isSignedOut(operand));
  if (signedOut) {
    change.replace(signedOut, `${status} === ${quoted(scene, "unauthenticated")}`);
    return;
  }
  const needsParentheses =
    /^(?:Conditional|Assignment|Sequence|ArrowFunction)Expression$|^Yield/.test(test.type) ||
    (test.type === "LogicalExpression" && test.operator !== "&&");
  change.insert(test.start!, `${status} !== ${quoted(scene, "loading")} && ${needsParentheses ? "(" : ""}`);
  if (needsParentheses) change.insert(test.end!, ")");
}

/** The parts of a condition that are still open while the session loads, as source; empty where all of it holds. */
export function openWhileLoading(scene: Scene, test: Node): string[] {
  const { file, states } = scene.in;
  const operands = operandsOf(test);
  const open = operands.filter((operand) => states.test(operand, LOADING) !== true);
  return open.map((operand) =>
    operands.length === 1 && unwrap(operand).type === "LogicalExpression" ? `(${file.slice(operand)})` : file.slice(operand),
  );
}
