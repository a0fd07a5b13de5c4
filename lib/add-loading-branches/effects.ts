import type { Node, Statement } from "@babel/types";
import type { Condition, Decision } from "../next-auth/session-decisions.ts";
import { LOADING } from "../next-auth/session-states.ts";
import { functionAround, waysTo, type Effect } from "../syntax/components.ts";
import { guardCondition, isLoading, quoted, waitFor } from "./guards.ts";
import { insertionPoint, statementAround } from "./insertion.ts";
import type { Scene } from "./scene.ts";

const REASON = "While the session loads, this effect sends people away as if nobody were signed in.";

/** Navigations in effects, and in functions that only effects call, behind "no session": they wait for the status. */
export function waitInEffects(scene: Scene): void {
  const { file, navigations, flow, report } = scene.in;
  for (const navigation of navigations.all) {
    if (!scene.has(navigation) || functionAround(file, navigation) === scene.owner) continue;
    if (scene.isSettled(navigation)) continue;
    const ways = waysTo(file, navigation, scene.owner).filter(({ when }) => when === "effect");
    const decisions = ways.flatMap(({ effects, through }) => {
      const decision = flow.decide(through, scene.consumer.required);
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
  const { deciding, place } = decision;
  const statement = statementAround(scene, deciding.at);
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
  const range = { start: statement.start!, end: edit.ends ? functionAround(file, place)!.end! : statement.end! };
  scene.settle(range);
  const status = scene.status(place, range, false);
  if (status === undefined) return;
  edit.write(status);
  const change = scene.change(REASON);
  for (const { dependencies } of effects) if (dependencies) scene.dependOnStatus(dependencies, change, status);
}

interface Edit {
  /** Whether the rest of the function does not run while the session loads. */
  ends: boolean;
  write(status: string): void;
}

/** The smallest change that keeps a place from being reached while the session loads. */
function editFor(scene: Scene, decision: Decision): Edit | undefined {
  const { flow, file } = scene.in;
  const { deciding, place } = decision;
  const { at, test, holds } = deciding;
  const leaveBefore = (): Edit | undefined => {
    const target = insertionPoint(scene, decision);
    return (
      target && { ends: true, write: (status) => leave(scene, target.statement, [isLoading(scene, status), ...target.asking].join(" && ")) }
    );
  };
  if (deciding.kind === "past") return leaveBefore();
  const guard = (): Edit => ({ ends: false, write: (status) => guardCondition(scene, REASON, test!, status) });
  const isPlain = place.type !== "ReturnStatement" && deciding.truth(LOADING) === true;
  if (at.type === "IfStatement" && test) {
    if (flow.exits(at, LOADING) === true && isInList(scene, at)) return leaveBefore();
    if (holds && !at.alternate) return guard();
    if (!holds && at.alternate && at.alternate.type !== "IfStatement" && isPlain) {
      return {
        ends: false,
        write: (status) => void scene.change(REASON).insert(at.alternate!.start!, `if (${waitFor(scene, deciding, status)}) `),
      };
    }
    if (isLastOfFunction(scene, at)) return leaveBefore();
    return wrap(scene, place, deciding);
  }
  if (at.type === "LogicalExpression" && at.operator === "&&" && test) return guard();
  return at.type === "LogicalExpression" || at.type === "ConditionalExpression"
    ? wrap(scene, at, deciding)
    : file.parent(place)?.type === "ExpressionStatement"
      ? wrap(scene, place, deciding)
      : undefined;
}

/** `if (status === "unauthenticated") router.push("/login")` */
function wrap(scene: Scene, node: Node, deciding: Condition): Edit | undefined {
  const statement = statementAround(scene, node);
  if (statement.type !== "ExpressionStatement" || !isInList(scene, statement)) return undefined;
  return {
    ends: false,
    write: (status) =>
      void scene
        .change(REASON)
        .insert(
          statement.start!,
          `if (${node === deciding.at ? `${status} !== ${quoted(scene, "loading")}` : waitFor(scene, deciding, status)}) `,
        ),
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

function isInList(scene: Scene, statement: Node): boolean {
  return scene.in.file.parent(statement)?.type === "BlockStatement";
}

function isLastOfFunction(scene: Scene, statement: Node): boolean {
  const { file } = scene.in;
  const body = functionAround(file, statement)?.body;
  return body?.type === "BlockStatement" && body.body.at(-1) === statement;
}
