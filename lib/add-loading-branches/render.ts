import type { Node } from "@babel/types";
import type { Decision } from "../next-auth/session-decisions.ts";
import { LOADING } from "../next-auth/session-states.ts";
import { calleeName, hookCalls, isHookName, waysTo, type Way } from "../syntax/components";
import { functionAround } from "../syntax/functions.ts";
import { renderPaths } from "../syntax/render-paths.ts";
import { isLoading } from "./guards.ts";
import {
  insertionPoint,
  listAround,
  reachOf,
  statementAround,
  statementOfList,
  usesBlock,
  wholly,
  type InsertionPoint,
} from "./insertion.ts";
import { childrenReferences, isBlank, matters } from "./noticed.ts";
import { nothing, placeholderForReturn } from "./placeholder.ts";
import type { Scene } from "./scene.ts";
import { hasElement, shownBy } from "./shown.ts";
import { waitAtCondition } from "./waiting.ts";

/**
 * Returns, throws and navigations in a component's own body that are reached while the session loads as if
 * nobody were signed in: an early return of the placeholder goes before them, after the last hook.
 */
export function waitInRender(scene: Scene): void {
  const { file } = scene.in;
  const places = placesIn(scene);
  for (const [i, place] of places.entries()) {
    const decision = decisionAt(scene, place);
    if (decision === undefined) continue;
    if (matters(scene, place)) decide(scene, decision, places.slice(i + 1));
    else if (isBlank(scene, place))
      scene.in.report.finding(
        "nothing-while-loading",
        file,
        place,
        "This renders nothing while the session loads, as it does when nobody is signed in: nothing flashes.",
      );
  }
}

/** Where a component may give a result or leave: its returns, throws and navigations, in source order. */
export function placesIn(scene: Scene): Node[] {
  const { file, navigations } = scene.in;
  return [...file.nodes("ReturnStatement"), ...file.nodes("ThrowStatement"), ...navigations.all]
    .filter((place) => scene.has(place))
    .sort((a, b) => a.start! - b.start!);
}

/** What decides that a place in a component's body is reached while the session loads as if nobody were signed in. */
export function decisionAt(scene: Scene, place: Node): Decision | undefined {
  const { file } = scene.in;
  const decision = rendering(scene, place)
    .map(({ through }) => scene.decide(through))
    .find((found) => found && functionAround(file, found.deciding.at) === functionAround(file, place));
  return decision && !isMeantForBoth(scene, decision) ? decision : undefined;
}

/** What a hook does in its body has no place for a return; nor has what is put in a variable and rendered later, as `content = <SignIn />`. */
export function noteOthers(scene: Scene): void {
  const { file, navigations, report } = scene.in;
  const isDecision = (place: Node) => functionAround(file, place) === scene.owner && scene.decide([place]) !== undefined;
  const byHand = (place: Node) =>
    report.finding(
      "loading-branch-by-hand",
      file,
      place,
      "This takes a loading session for a signed-out one, and there is no safe place before it for a loading branch.",
    );
  if (scene.consumer.kind === "hook") {
    navigations.all.filter(isDecision).forEach(byHand);
    return;
  }
  for (const place of file.nodes("AssignmentExpression")) {
    const { right } = place;
    if (!isDecision(place) || shownBy(file, right) !== "something") continue;
    if (hasElement(file, right)) byHand(place);
    else if (renderPaths(file, right).some(({ end }) => end === "rendered")) scene.noteValue(place);
  }
}

/** The ways to a place of the component's body, or to an element returned by a function that the body calls. */
function rendering(scene: Scene, place: Node): Way[] {
  const { file } = scene.in;
  const ways = waysTo(file, place, scene.owner);
  const fn = functionAround(file, place);
  if (fn === scene.owner) return ways;
  const call = fn && file.parent(fn);
  const isHooked = call?.type === "CallExpression" && isHookName(calleeName(call) ?? "");
  const returnsElement = place.type === "ReturnStatement" && place.argument && hasElement(file, place.argument);
  return returnsElement && !isHooked && ways.every(({ when }) => when === "render") ? ways : [];
}

function isMeantForBoth(scene: Scene, { place, deciding }: Decision): boolean {
  return place.type === "ReturnStatement" && deciding.test !== undefined && scene.in.flow.namesLoading(deciding.test);
}

/** @param later the places after this one */
function decide(scene: Scene, decision: Decision, later: readonly Node[]): void {
  const { file, report, flow } = scene.in;
  const { place, deciding } = decision;
  const isExit =
    place.type === "ReturnStatement" ||
    place.type === "ThrowStatement" ||
    flow.exits(deciding.kind === "past" ? statementAround(scene, place) : statementAround(scene, deciding.at), LOADING) !== false;
  const reason =
    place.type === "ReturnStatement"
      ? "While the session loads, this renders as if nobody were signed in."
      : place.type === "ThrowStatement"
        ? "While the session loads, this throws as if nobody were signed in."
        : "While the session loads, this redirect fires as if nobody were signed in.";
  const own = insertionPoint(scene, decision);
  const target = own && wholeForLater(scene, own, later);
  const at = target?.statement ?? statementAround(scene, place);
  const laterHook = hookCalls(file, functionAround(file, place)!).find((hook) => hook.end! > at.start!);
  const mayUnmount = !isExit && childrenReferences(scene).length > 0;
  const inPlace = laterHook || mayUnmount ? waitAtCondition(scene, decision, reason) : undefined;
  if (inPlace) {
    scene.settle(inPlace.range);
    const status = scene.status(place, inPlace.range, true);
    if (status !== undefined) inPlace.write(status);
    return;
  }
  if (laterHook || mayUnmount || target === undefined) {
    const why = laterHook
      ? `a hook is called after it (line ${file.position(laterHook).line}), so no loading branch can go before it`
      : "there is no place before it for a loading branch";
    report.finding(
      laterHook ? "hook-after-decision" : "loading-branch-by-hand",
      file,
      place,
      `This takes a loading session for a signed-out one, and ${why}.`,
    );
    const told = deciding.kind === "inside" ? deciding.at : place;
    scene.settle({ start: told.start!, end: told.end! });
    return;
  }
  const reach = reachOf(scene, at);
  scene.settle(reach, target.asked);
  const status = scene.status(place, target.asked === true ? reach : { start: at.start!, end: at.start! }, true);
  if (status === undefined) return;
  const asBlock = usesBlock(deciding.at) || needsBlock(scene, at);
  const condition = [isLoading(scene, status, at), ...target.asking].join(" && ");
  const placeholder = placeholderFor(scene, decision);
  const change = scene.change(reason);
  scene.importFor(change, placeholder);
  scene.insertBefore(at, change, scene.leave(condition, placeholder, asBlock), { spaced: asBlock });
}

/**
 * One branch for all: where a later decision of the same list needs a branch that asks for nothing else, or one of a
 * list around it, that branch goes where the first decision is.
 */
function wholeForLater(scene: Scene, target: InsertionPoint, later: readonly Node[]): InsertionPoint {
  const { file } = scene.in;
  const fn = functionAround(file, target.statement);
  for (const place of later) {
    if (functionAround(file, place) !== fn || !matters(scene, place)) continue;
    const decision = decisionAt(scene, place);
    const own = decision && insertionPoint(scene, decision);
    const list = own?.asked === true ? listAround(scene, own.statement) : undefined;
    const statement = list && statementOfList(scene, target.statement, list);
    if (statement && (target.asked !== true || statement !== target.statement)) return wholly(statement);
  }
  return target;
}

/** Where people who are signed in see nothing, a placeholder would be a flash of its own. */
function placeholderFor(scene: Scene, { place, deciding }: Decision): string {
  const { file, placeholder } = scene.in;
  const fn = functionAround(file, place)!;
  const signedIn = deciding.kind === "past" ? returnsOf(scene, deciding.at) : [];
  if (signedIn.length > 0 && signedIn.every(({ argument }) => shownBy(file, argument) === "nothing")) return nothing(fn);
  return placeholderForReturn(file, placeholder, fn);
}

function returnsOf(scene: Scene, statement: Node) {
  return scene.in.file
    .nodes("ReturnStatement")
    .filter(
      (node) =>
        statement.start! <= node.start! &&
        node.end! <= statement.end! &&
        functionAround(scene.in.file, node) === functionAround(scene.in.file, statement),
    );
}

/** Without semicolons, JSX and a line that opens a bracket would be read as one expression. */
function needsBlock(scene: Scene, statement: Node): boolean {
  return !scene.in.edits.style.semicolons && /^[([`+\-/]/.test(scene.in.file.slice(statement));
}
