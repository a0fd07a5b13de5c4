import type { Statement } from "@babel/types";
import type { Decision } from "../next-auth/session-decisions.ts";
import { waysTo, type Effect } from "../syntax/components";
import { isLoading } from "./guards.ts";
import { insertionPoint, reachOf } from "./insertion.ts";
import type { Scene } from "./scene.ts";
import { waitAtCondition, type Waiting } from "./waiting.ts";
import { functionAround } from "../syntax/functions.ts";

const REASON = "While the session loads, this effect sends people away as if nobody were signed in.";

/** Navigations in effects, and in functions that only effects call, behind "no session": they wait for the status. */
export function waitInEffects(scene: Scene): void {
  const { file, navigations, report } = scene.in;
  for (const navigation of navigations.all) {
    if (!scene.has(navigation) || functionAround(file, navigation) === scene.owner) continue;
    const ways = waysTo(file, navigation, scene.owner).filter(({ when }) => when === "effect");
    const decisions = ways.flatMap(({ effects, through }) => {
      const decision = scene.decide(through);
      return decision ? [{ decision, effects, through }] : [];
    });
    for (const at of new Set(decisions.map(({ decision }) => decision.deciding.at))) {
      const here = decisions.filter(({ decision }) => decision.deciding.at === at);
      const { decision, through } = here[0]!;
      const place = through.find((node) => functionAround(file, node) === functionAround(file, at)) ?? navigation;
      if (waysTo(file, place, scene.owner).some(({ when }) => when === "event")) {
        report.finding(
          "effect-shares-function",
          file,
          place,
          "An effect calls this while the session loads, and it then acts as if nobody were signed in; events call it too, so it was left as it is.",
        );
      } else
        waitAt(
          scene,
          { ...decision, place },
          here.flatMap(({ effects }) => effects),
        );
    }
  }
}

function waitAt(scene: Scene, decision: Decision, effects: readonly Effect[]): void {
  const { file, report } = scene.in;
  const { place } = decision;
  const edit = editFor(scene, decision);
  if (edit === undefined) {
    report.finding(
      "loading-branch-by-hand",
      file,
      place,
      "This takes a loading session for a signed-out one, and there is no place before it for a loading branch.",
    );
    return;
  }
  scene.settle(edit.range, edit.asked);
  const status = scene.status(place, edit.asked === true ? edit.range : { start: place.start!, end: place.end! }, false);
  if (status === undefined) return;
  edit.write(status);
  const change = scene.change(REASON);
  for (const { dependencies } of effects) if (dependencies) scene.dependOnStatus(dependencies, change, status);
}

/** The smallest change that keeps a place from being reached while the session loads. */
function editFor(scene: Scene, decision: Decision): Waiting | undefined {
  const inPlace = waitAtCondition(scene, decision, REASON);
  const target = inPlace ? undefined : insertionPoint(scene, decision);
  if (target === undefined) return inPlace;
  const { statement, asking, asked } = target;
  return {
    range: reachOf(scene, statement),
    asked,
    write: (status) => leave(scene, statement, [isLoading(scene, status, statement), ...asking].join(" && ")),
  };
}

function leave(scene: Scene, statement: Statement, condition: string): void {
  const { file } = scene.in;
  const fn = functionAround(file, statement);
  const givesValue = file
    .nodes("ReturnStatement")
    .some((node) => node.argument && node.argument.type !== "CallExpression" && functionAround(file, node) === fn);
  scene.insertBefore(statement, scene.change(REASON), scene.leave(condition, givesValue ? "undefined" : "", false));
}
