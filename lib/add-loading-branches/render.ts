import type { Node } from "@babel/types";
import type { Decision } from "../next-auth/session-decisions.ts";
import { AUTHENTICATED, LOADING, UNAUTHENTICATED } from "../next-auth/session-states.ts";
import { calleeName, functionAround, hookCalls, isHookName, waysTo, type Way } from "../syntax/components.ts";
import { propReferences } from "../syntax/props.ts";
import { guardCondition, isLoading } from "./guards.ts";
import { insertionPoint, statementAround, usesBlock } from "./insertion.ts";
import { nothing, placeholderForReturn } from "./placeholder.ts";
import type { Scene } from "./scene.ts";
import { hasElement, isUsable, shownBy } from "./shown.ts";

const PAGE = /(?:^|\/)(?:page|layout|template|default)\.[cm]?[jt]sx?$/;

/**
 * Returns, throws and navigations in a component's own body that are reached while the session loads as if
 * nobody were signed in: an early return of the placeholder goes before them, after the last hook.
 */
export function waitInRender(scene: Scene): void {
  const { file, navigations, flow } = scene.in;
  const places = [...file.nodes("ReturnStatement"), ...file.nodes("ThrowStatement"), ...navigations.all].sort(
    (a, b) => a.start! - b.start!,
  );
  for (const place of places) {
    if (!scene.has(place) || scene.isSettled(place)) continue;
    for (const { through } of rendering(scene, place)) {
      const decision = flow.decide(through, scene.consumer.required);
      if (!decision || functionAround(file, decision.deciding.at) !== functionAround(file, place)) continue;
      if (matters(scene, place) && !isMeantForBoth(scene, decision)) decide(scene, decision);
      break;
    }
  }
}

/** `content = <SignIn />`: what is put in a variable and rendered later has no place for a return; so has what a hook does in its body. */
export function noteOthers(scene: Scene): void {
  const { file, navigations, flow, report } = scene.in;
  const isHook = scene.consumer.kind === "hook";
  const assigned = file
    .nodes("AssignmentExpression")
    .filter(({ right }) => hasElement(file, right) && shownBy(file, right) === "something");
  for (const place of isHook ? navigations.all : assigned) {
    if (functionAround(file, place) !== scene.owner || scene.isSettled(place) || !flow.decide([place], scene.consumer.required)) continue;
    report.finding(
      "loading-branch-by-hand",
      file,
      place,
      "This takes a loading session for a signed-out one, and there is no safe place before it for a loading branch.",
    );
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

/** Whether somebody would notice: the place leads elsewhere, or shows something that says "signed out". */
function matters(scene: Scene, place: Node): boolean {
  const { file, report, project } = scene.in;
  if (place.type !== "ReturnStatement") return true;
  if (handsOnChildren(scene, place)) return false;
  const shown = shownBy(file, place.argument);
  if (shown !== "nothing")
    return shown === "something" && !isNavigation(scene, place) && !(isLeavingAnyway(scene) && !isUsable(file, place));
  const isBlankPage = PAGE.test(file.path) && project.app.appDir !== undefined && file.path.startsWith(`${project.app.appDir}/`);
  if (!isBlankPage)
    report.finding(
      "nothing-while-loading",
      file,
      place,
      "This renders nothing while the session loads, as it does when nobody is signed in: nothing flashes.",
    );
  return isBlankPage;
}

/**
 * Whether an effect sends people away once it is certain that nobody is signed in. What is rendered until then is what
 * the owner wants to be seen while waiting, be it for the session or for the next page.
 */
function isLeavingAnyway(scene: Scene): boolean {
  const { file, navigations, flow } = scene.in;
  return navigations.all.some((navigation) =>
    waysTo(file, navigation, scene.owner).some(({ when, through }) => {
      const conditions = through.flatMap((step) => flow.conditions(step));
      const stops = (world: typeof LOADING) => conditions.some(({ truth }) => truth(world) === false);
      const isCertain = conditions.every(({ truth }) => truth(UNAUTHENTICATED) === true);
      return when === "effect" && stops(LOADING) && stops(AUTHENTICATED) && isCertain;
    }),
  );
}

function isMeantForBoth(scene: Scene, { place, deciding }: Decision): boolean {
  return place.type === "ReturnStatement" && deciding.test !== undefined && scene.in.flow.namesLoading(deciding.test);
}

/** `return router.push("/login")` is a navigation, and looked at as one. */
function isNavigation(scene: Scene, place: Extract<Node, { type: "ReturnStatement" }>): boolean {
  return scene.in.navigations.all.some(
    (node) =>
      place.argument!.start! <= node.start! && node.end! <= place.argument!.end! && functionAround(scene.in.file, node) === scene.owner,
  );
}

export function handsOnChildren(scene: Scene, place: Node): boolean {
  if (scene.owner.type === "ClassMethod") return false;
  return propReferences(scene.in.file, scene.owner, "children").some((node) => place.start! <= node.start! && node.end! <= place.end!);
}

function decide(scene: Scene, decision: Decision): void {
  const { file, report, flow } = scene.in;
  const { place, deciding } = decision;
  const isExit =
    place.type === "ReturnStatement" || place.type === "ThrowStatement" || flow.exits(statementAround(scene, place), LOADING) === true;
  const reason =
    place.type === "ReturnStatement"
      ? "While the session loads, this renders as if nobody were signed in."
      : place.type === "ThrowStatement"
        ? "While the session loads, this throws as if nobody were signed in."
        : "While the session loads, this redirect fires as if nobody were signed in.";
  const target = insertionPoint(scene, decision);
  const at = target?.statement ?? statementAround(scene, place);
  const laterHook = hookCalls(file, functionAround(file, place)!).find((hook) => hook.end! > at.start!);
  const mayUnmount = !isExit && propReferencesOf(scene).length > 0;
  if (!isExit && (laterHook || mayUnmount) && deciding.test && deciding.holds) {
    const status = scene.status(place, deciding.at as { start: number; end: number }, true);
    if (status !== undefined) guardCondition(scene, reason, deciding.test, status);
    scene.settle({ start: deciding.at.start!, end: deciding.at.end! });
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
    scene.settle({ start: at.start!, end: at.end! });
    return;
  }
  const list = file.parent(at)!;
  const reach = { start: at.start!, end: list.end! };
  scene.settle(reach);
  const status = scene.status(place, reach, true);
  if (status === undefined) return;
  const asBlock = usesBlock(deciding.at) || needsBlock(scene, at);
  const condition = [isLoading(scene, status), ...target.asking].join(" && ");
  const placeholder = placeholderFor(scene, decision);
  const change = scene.change(reason);
  scene.importFor(change, placeholder);
  scene.insertBefore(at, change, scene.leave(condition, placeholder, asBlock), { spaced: asBlock });
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

function propReferencesOf(scene: Scene): readonly Node[] {
  return scene.owner.type === "ClassMethod" ? [] : propReferences(scene.in.file, scene.owner, "children");
}

/** Without semicolons, JSX and a line that opens a bracket would be read as one expression. */
function needsBlock(scene: Scene, statement: Node): boolean {
  return !scene.in.edits.style.semicolons && /^[([`+\-/]/.test(scene.in.file.slice(statement));
}
