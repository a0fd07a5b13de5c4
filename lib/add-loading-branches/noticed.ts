import type { Node } from "@babel/types";
import { AUTHENTICATED, LOADING, UNAUTHENTICATED } from "../next-auth/session-states.ts";
import { waysTo } from "../syntax/components";
import { functionAround } from "../syntax/functions.ts";
import { isComponentNode, propReferences } from "../syntax/props.ts";
import type { Scene } from "./scene.ts";
import { isUsable, shownBy } from "./shown.ts";

const PAGE = /(?:^|\/)(?:page|layout|template|default)\.[cm]?[jt]sx?$/;

/** Whether somebody would notice: the place leads elsewhere, or shows something that says "signed out". */
export function matters(scene: Scene, place: Node): boolean {
  const { file, project } = scene.in;
  if (place.type !== "ReturnStatement") return true;
  if (handsOnChildren(scene, place)) return false;
  const shown = shownBy(file, place.argument);
  if (shown !== "nothing")
    return shown === "something" && !isNavigation(scene, place) && !(isLeavingAnyway(scene) && !isUsable(file, place));
  return PAGE.test(file.path) && project.app.appDir !== undefined && file.path.startsWith(`${project.app.appDir}/`);
}

export function isBlank(scene: Scene, place: Node): boolean {
  return place.type === "ReturnStatement" && shownBy(scene.in.file, place.argument) === "nothing";
}

/**
 * Whether an effect sends people away once it is certain that nobody is signed in. What is rendered until then is what
 * the owner wants to be seen while waiting, be it for the session or for the next page.
 */
function isLeavingAnyway(scene: Scene): boolean {
  const { file, navigations, flow } = scene.in;
  return navigations.all.some((navigation) =>
    waysTo(file, navigation, scene.owner).some(({ when, through, effects }) => {
      const conditions = [...through, ...effects.map(({ call }) => call)].flatMap((step) => flow.conditions(step));
      const stops = (world: typeof LOADING) => conditions.some(({ truth }) => truth(world) === false);
      const isCertain = conditions.every(({ truth }) => truth(UNAUTHENTICATED) === true);
      return when === "effect" && stops(LOADING) && stops(AUTHENTICATED) && isCertain;
    }),
  );
}

/** `return router.push("/login")` is a navigation, and looked at as one. */
function isNavigation(scene: Scene, place: Extract<Node, { type: "ReturnStatement" }>): boolean {
  return scene.in.navigations.all.some(
    (node) =>
      place.argument!.start! <= node.start! && node.end! <= place.argument!.end! && functionAround(scene.in.file, node) === scene.owner,
  );
}

export function handsOnChildren(scene: Scene, place: Node): boolean {
  return childrenReferences(scene).some((node) => place.start! <= node.start! && node.end! <= place.end!);
}

/** Where the component uses what it is given as children. */
export function childrenReferences({ owner, in: { file } }: Scene): readonly Node[] {
  return isComponentNode(owner) ? propReferences(file, owner, "children") : [];
}
