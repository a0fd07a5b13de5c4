import type { ConditionalExpression, LogicalExpression, Node } from "@babel/types";
import { indentationAt } from "../edit/style.ts";
import { AUTHENTICATED, LOADING, UNAUTHENTICATED } from "../next-auth/session-states.ts";
import { truthOf } from "../next-auth/session-values.ts";
import { waysTo } from "../syntax/components.ts";
import { renderPaths, type RenderPath } from "../syntax/render-paths.ts";
import { guardCondition, isLoading } from "./guards.ts";
import { placeholderInside } from "./placeholder.ts";
import { handsOnChildren } from "./render.ts";
import type { Scene } from "./scene.ts";
import { shownBy } from "./shown.ts";

const REASON = "While the session loads, this shows what is meant for people who are signed out.";

/** Conditions in what a component renders that show the signed-out side while the session loads. */
export function waitInJsx(scene: Scene): void {
  const { file } = scene.in;
  const conditions = [...file.nodes("ConditionalExpression"), ...file.nodes("LogicalExpression")].filter((node) => scene.has(node)).sort((a, b) => a.start! - b.start! || b.end! - a.end!);
  for (const node of conditions) {
    if (scene.isSettled(node) || !waysTo(file, node, scene.owner).some(({ when }) => when === "render")) continue;
    if (node.type === "ConditionalExpression") decideTernary(scene, node);
    else if (node.operator === "&&") decideAnd(scene, node);
    else noteFallback(scene, node);
  }
}

function decideTernary(scene: Scene, node: ConditionalExpression): void {
  const { file, report, flow, placeholder } = scene.in;
  for (const branch of [node.consequent, node.alternate]) {
    const decision = decides(scene, branch, node);
    if (!decision) continue;
    const paths = renderPaths(file, node);
    if (!isChild(paths)) {
      report.finding("session-read-outside-children", file, node, "While the session loads, this takes the value for people who are signed out; it is not rendered as a child, so no placeholder fits.");
      return;
    }
    // Where the test is open while loading, only the signed-out side waits.
    const whole = decision.truth(LOADING) === true;
    const target = whole ? node : branch;
    scene.settle(target as { start: number; end: number });
    const status = scene.status(branch, target as { start: number; end: number }, false);
    if (status === undefined) return;
    const text = placeholderInside(file, placeholder, paths[0]!.around, [node.consequent, node.alternate], scene.owner);
    scene.change(REASON).insert(target.start!, branchText(scene, node, isLoading(scene, status), text));
    return;
  }
  void flow;
}

/** `status === "loading" ? … : `, over several lines where the condition is written that way or the line gets long. */
function branchText(scene: Scene, node: ConditionalExpression, condition: string, placeholder: string): string {
  const { file, edits } = scene.in;
  const indentation = indentationAt(file, node.start!);
  const short = `${condition} ? ${placeholder} : `;
  const isOpened = /\?\s*\(\s*\n/.test(file.text.slice(node.test.end!, node.consequent.start!));
  const lineStart = file.text.lastIndexOf("\n", node.start!) + 1;
  const lineEnd = /\r?\n|$/.exec(file.text.slice(node.start!))!.index + node.start!;
  if (placeholder === "null" || !(isOpened || lineEnd - lineStart + short.length > 120)) return short;
  return `${condition} ? (\n${indentation}${edits.style.indent}${placeholder}\n${indentation}) : `;
}

function decideAnd(scene: Scene, node: LogicalExpression): void {
  const { file } = scene.in;
  const parent = file.parent(node);
  if (parent?.type === "LogicalExpression" && parent.operator === "&&" && parent.left === node) return;
  if (!decides(scene, node.right, node) || !isChild(renderPaths(file, node))) return;
  const range = { start: node.start!, end: node.end! };
  scene.settle(range);
  const status = scene.status(node, range, false);
  if (status !== undefined) guardCondition(scene, REASON, node.left, status);
}

/** The condition, if this expression is what lets its branch show while loading, and the branch shows something. */
function decides(scene: Scene, branch: Node, node: Node) {
  const { file, flow } = scene.in;
  const deciding = flow.decide([branch], scene.consumer.required)?.deciding;
  if (deciding?.at !== node || handsOnChildren(scene, branch)) return undefined;
  return shownBy(file, branch) === "something" ? deciding : undefined;
}

function isChild(paths: readonly RenderPath[]): boolean {
  return paths.length > 0 && paths.every(({ end, around }) => end === "rendered" && (around[0]?.prop ?? "children") === "children");
}

/** `session?.user?.name ?? "Guest"` */
function noteFallback(scene: Scene, node: LogicalExpression): void {
  const { file, report, states, flow } = scene.in;
  if (shownBy(file, node.right) !== "something" || renderPaths(file, node).length === 0) return;
  const left = [LOADING, UNAUTHENTICATED, AUTHENTICATED].map((world) => truthOf(states.value(node.left, world)));
  const isReached = flow.conditions(node).every((condition) => condition.truth(LOADING) !== false);
  if (left[0] === false && left[1] === false && left[2] !== false && isReached) report.finding("session-fallback", file, node, "While the session loads, this shows the fallback for people who are signed out.");
}
