import type { ConditionalExpression, LogicalExpression, Node } from "@babel/types";
import { indentationAt } from "../edit/style.ts";
import type { Condition } from "../next-auth/session-decisions.ts";
import { AUTHENTICATED, LOADING, UNAUTHENTICATED } from "../next-auth/session-states.ts";
import { isNullish, truthOf } from "../next-auth/session-values.ts";
import { waysTo } from "../syntax/components.ts";
import { unwrap } from "../syntax/expressions.ts";
import { renderPaths, type RenderPath } from "../syntax/render-paths.ts";
import type { SourceFile } from "../workspace/source-file.ts";
import { guardCondition, isLoading } from "./guards.ts";
import { handsOnChildren } from "./noticed.ts";
import { nothing, placeholderInside } from "./placeholder.ts";
import type { Scene } from "./scene.ts";
import { hasElement, shownBy } from "./shown.ts";

const REASON = "While the session loads, this shows what is meant for people who are signed out.";

/** Conditions in what a component renders that show the signed-out side while the session loads. */
export function waitInJsx(scene: Scene): void {
  const { file } = scene.in;
  const conditions = [...file.nodes("ConditionalExpression"), ...file.nodes("LogicalExpression")]
    .filter((node) => scene.has(node))
    .sort((a, b) => a.start! - b.start! || b.end! - a.end!);
  for (const node of conditions) {
    if (!waysTo(file, node, scene.owner).some(({ when }) => when === "render")) continue;
    if (node.type === "ConditionalExpression") decideTernary(scene, node);
    else if (node.operator === "&&") decideAnd(scene, node);
    else noteFallback(scene, node);
  }
}

function decideTernary(scene: Scene, node: ConditionalExpression): void {
  const { file } = scene.in;
  for (const [branch, other] of [
    [node.consequent, node.alternate],
    [node.alternate, node.consequent],
  ] as const) {
    const deciding = decides(scene, branch, node);
    if (!deciding) continue;
    const paths = renderPaths(file, node);
    const isText = !hasElement(file, branch) && !hasElement(file, other);
    if (!isChild(file, node, paths) || isProfile(deciding) || (isText && deciding.truth(AUTHENTICATED) !== false)) {
      // What someone who is signed in may get as well, by role or ownership, is not the value of the signed out.
      const isTheirs = deciding.truth(AUTHENTICATED) === false || isProfile(deciding);
      if (isTheirs && !isLogged(scene, node)) scene.noteValue(node);
      return;
    }
    const placeholder = placeholderFor(scene, node, other, isText, paths);
    if (isNothing(placeholder) && shownBy(file, other) !== "nothing" && isOnlyLabel(scene, node, paths)) {
      scene.noteValue(node);
      scene.settle({ start: node.start!, end: node.end! });
      return;
    }
    // Where the test is open while loading, only the signed-out side waits.
    const target = deciding.truth(LOADING) === true ? node : branch;
    const range = { start: target.start!, end: target.end! };
    scene.settle(range);
    const status = scene.status(branch, range, false);
    if (status === undefined) return;
    const change = scene.change(REASON).insert(target.start!, branchText(scene, node, isLoading(scene, status, target), placeholder));
    scene.importFor(change, placeholder);
    return;
  }
}

/** Nothing beside text, or where people who are signed in see nothing either. */
function placeholderFor(scene: Scene, node: ConditionalExpression, other: Node, isText: boolean, paths: readonly RenderPath[]): string {
  const { file, placeholder } = scene.in;
  const none = file.parent(node)?.type === "JSXExpressionContainer" ? "null" : nothing(scene.owner);
  if (shownBy(file, other) === "nothing" || isDialog(file, node.consequent) || isDialog(file, node.alternate)) return none;
  const text = placeholderInside(file, placeholder, paths[0]!.around, isText, [node.consequent, node.alternate], scene.owner);
  return text === "null" ? none : text;
}

function isNothing(placeholder: string): boolean {
  return /^(?:null|<><\/>)$/.test(placeholder);
}

const LABELLED = /^(?:a|button|label|option|summary|title|\w*(?:Link|Button|Btn))$/;

/** Whether a button or a link would have nothing on it without the value. */
function isOnlyLabel(scene: Scene, node: Node, paths: readonly RenderPath[]): boolean {
  const { file } = scene.in;
  return paths.some(({ around: [nearest] }) => {
    if (nearest === undefined || !LABELLED.test(file.slice(nearest.name))) return false;
    const { start, end } = nearest.node;
    const isOther = (text: Node) => start! <= text.start! && text.end! <= end! && !(node.start! <= text.start! && text.end! <= node.end!);
    return !file.nodes("JSXText").some((text) => text.value.trim() !== "" && isOther(text));
  });
}

/** What hangs on a name or a picture alone is a fallback, not the signed-out side. */
function isProfile({ truth }: Condition): boolean {
  const asked = truth(AUTHENTICATED);
  return typeof asked === "string" && /user\.(?:name|image|picture|avatar)\w*@/.test(asked);
}

/** `console.log(session ? … : …)` */
function isLogged(scene: Scene, node: Node): boolean {
  for (const parent of scene.in.file.ancestors(node))
    if (parent.type === "CallExpression") return scene.in.file.slice(parent.callee).startsWith("console.");
  return false;
}

/** `status === "loading" ? … : `, over several lines where the condition is written that way or the line gets long. */
function branchText(scene: Scene, node: ConditionalExpression, condition: string, placeholder: string): string {
  const { file, edits } = scene.in;
  const indentation = indentationAt(file, node.start!);
  const short = `${condition} ? ${placeholder} : `;
  const isOpened = /\?\s*\(\s*\n/.test(file.text.slice(node.test.end!, node.consequent.start!));
  const lineStart = file.text.lastIndexOf("\n", node.start!) + 1;
  const lineEnd = /\r?\n|$/.exec(file.text.slice(node.start!))!.index + node.start!;
  if (isNothing(placeholder) || !(isOpened || lineEnd - lineStart + short.length > 140)) return short;
  return `${condition} ? (\n${indentation}${edits.style.indent}${placeholder}\n${indentation}) : `;
}

function decideAnd(scene: Scene, node: LogicalExpression): void {
  const { file } = scene.in;
  const parent = file.parent(node);
  if (parent?.type === "LogicalExpression" && parent.operator === "&&" && parent.left === node) return;
  const deciding = decides(scene, node.right, node);
  if (!deciding || isProfile(deciding) || !isChild(file, node, renderPaths(file, node))) return;
  const range = { start: node.start!, end: node.end! };
  scene.settle(range);
  const status = scene.status(node, range, false);
  if (status !== undefined) guardCondition(scene, REASON, node.left, status);
}

/** The condition, if this expression is what lets its branch show while loading, and the branch shows something. */
function decides(scene: Scene, branch: Node, node: Node): Condition | undefined {
  const { file, flow } = scene.in;
  if (shownBy(file, branch) !== "something" || handsOnChildren(scene, branch)) return undefined;
  const ways = waysTo(file, branch, scene.owner).filter(({ when }) => when === "render");
  return ways
    .map(({ through }) => scene.decide(through)?.deciding)
    .find((deciding) => deciding?.at === node && !(deciding.test && flow.namesLoading(deciding.test)));
}

/** Whether a placeholder may stand where the value stands: it is itself a child of an element, or what the component returns. */
function isChild(file: SourceFile, node: Node, paths: readonly RenderPath[]): boolean {
  for (const ancestor of file.ancestors(node)) {
    if (ancestor.type === "JSXSpreadAttribute") return false;
    if (ancestor.type === "JSXElement") break;
  }
  return (
    paths.length > 0 &&
    paths.every(({ end, around, derived }) => end === "rendered" && !derived && (around[0]?.prop ?? "children") === "children")
  );
}

const OPENED_BY = /^(?:is)?(?:open|opened|visible|show|shown)$/i;

/** A dialog says by a prop whether it shows: something in its place would show where nothing did. */
function isDialog(file: SourceFile, branch: Node): boolean {
  const element = unwrap(branch);
  return (
    element.type === "JSXElement" &&
    element.openingElement.attributes.some((attribute) => attribute.type === "JSXAttribute" && OPENED_BY.test(file.slice(attribute.name)))
  );
}

/** `session?.user?.name ?? "Guest"` */
function noteFallback(scene: Scene, node: LogicalExpression): void {
  const { file, report, states, flow } = scene.in;
  if (shownBy(file, node.right) !== "something" || renderPaths(file, node).length === 0) return;
  // `session?.user.accessToken || session?.user.refreshToken`: the fallback is not there either.
  if (isNullish(states.value(node.right, LOADING))) return;
  const left = [LOADING, UNAUTHENTICATED, AUTHENTICATED].map((world) => truthOf(states.value(node.left, world)));
  const isReached = waysTo(file, node, scene.owner).some(({ through }) =>
    through.flatMap((step) => flow.conditions(step)).every((condition) => condition.truth(LOADING) !== false),
  );
  if (left[0] === false && left[1] === false && left[2] !== false && isReached)
    report.finding("session-fallback", file, node, "While the session loads, this shows the fallback for people who are signed out.");
}
