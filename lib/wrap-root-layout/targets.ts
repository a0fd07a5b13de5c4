import type { Node } from "@babel/types";
import { componentOf, type Component } from "../project/components.ts";
import type { Project } from "../project/project.ts";
import { consumers, ownerOf } from "../next-auth/consumers.ts";
import { propReferences } from "../syntax/props.ts";
import { renderPaths, type RenderPath } from "../syntax/render-paths.ts";
import { isBelow } from "../workspace/app.ts";
import type { SourceFile } from "../workspace/source-file.ts";
import { renders, type WrapTarget } from "./wrap-jsx.ts";

/** Where a provider has to be put, and in which file. */
export interface WrapPlace {
  file: SourceFile;
  target: WrapTarget;
}

/**
 * What the provider has to be put around in a layout: all of `<body>` where anything is rendered beside
 * the children (or a component around them calls useSession), else the children alone. `<body>` is looked
 * for through the app's own components that the children are given to.
 *
 * @returns undefined where the children are rendered in a way that cannot be wrapped
 */
export function placesToWrap(project: Project, component: Component, prop = "children", depth = 0): WrapPlace[] | undefined {
  if (component.kind !== "declared" || depth > 5) return undefined;
  const { file, node } = component;
  const paths = propReferences(file, node, prop).flatMap((start) => renderPaths(file, start).map((path) => ({ start, path })));
  if (paths.length === 0) return undefined;
  const places: WrapPlace[] = [];
  for (const { start, path } of paths) {
    const found = placeOnPath(project, file, start, path, depth);
    if (found === undefined) return undefined;
    places.push(...found);
  }
  return outermost(places);
}

function placeOnPath(project: Project, file: SourceFile, start: Node, path: RenderPath, depth: number): WrapPlace[] | undefined {
  const around = path.around.map((element) => ({ ...element, component: componentOf(project, file, element.name) }));
  const body = around.findIndex(({ component }) => component.kind === "plain" && component.name === "body");
  if (body === -1) {
    for (const { component, prop } of around) {
      const below =
        component.kind === "declared" && isBelow(component.file.path, project.app.dir)
          ? placesToWrap(project, component, prop, depth + 1)
          : undefined;
      if (below?.some(({ target }) => target.kind === "children")) return below;
    }
  }
  const inner = body === -1 ? around : around.slice(0, body);
  const bodyElement = around[body]?.node;
  const isAlone =
    path.direct &&
    inner.every(({ prop, component }) => prop === "children" && !needsSession(project, component)) &&
    !hasSiblings(file, start, bodyElement);
  if (bodyElement?.type === "JSXElement" && bodyElement.closingElement && !isAlone)
    return [{ file, target: { kind: "children", of: bodyElement } }];
  if (bodyElement === undefined && !isAlone && rendersConsumer(project, file, start)) {
    const tree = outermostElement(file, start);
    if (tree !== undefined && !around.some(({ component }) => component.kind === "plain" && component.name === "html"))
      return [{ file, target: { kind: "tree", node: tree } }];
  }
  if (/Spread/.test(file.parent(start)?.type ?? "") || /\.[cm]?ts$/.test(file.path)) return undefined;
  return [{ file, target: { kind: "expression", node: start } }];
}

/** Whether anything is rendered beside a value, up to an element (or to what the component returns). */
function hasSiblings(file: SourceFile, start: Node, end: Node | undefined): boolean {
  for (const ancestor of file.ancestors(start)) {
    if ((ancestor.type === "JSXElement" || ancestor.type === "JSXFragment") && ancestor.children.filter(renders).length > 1) return true;
    if (ancestor === end || ancestor.type === "ReturnStatement") return false;
  }
  return false;
}

/** Whether the component that a place is in renders one that calls useSession. */
function rendersConsumer(project: Project, file: SourceFile, at: Node): boolean {
  const owner = ownerOf(file, at);
  return file
    .nodes("JSXOpeningElement")
    .some((opening) => ownerOf(file, opening) === owner && needsSession(project, componentOf(project, file, opening.name)));
}

function needsSession(project: Project, component: Component): boolean {
  if (component.kind !== "declared") return false;
  const owner = ownerOf(component.file, component.node) ?? ("id" in component.node ? component.node.id?.name : undefined);
  return owner !== undefined && consumers(project).needsSession(component.file, owner);
}

function outermostElement(file: SourceFile, start: Node): Node | undefined {
  let found: Node | undefined;
  for (const ancestor of file.ancestors(start)) {
    if (ancestor.type === "JSXElement" || ancestor.type === "JSXFragment") found = ancestor;
    if (ancestor.type === "ReturnStatement" || ancestor.type === "ArrowFunctionExpression") break;
  }
  return found;
}

/** Each place once, those inside another one left out. */
function outermost(places: readonly WrapPlace[]): WrapPlace[] {
  const rangeOf = ({ target }: WrapPlace): Node => (target.kind === "children" ? target.of : target.node);
  return places.filter((place, i) => {
    const { start, end } = rangeOf(place);
    return !places.some((other, k) => {
      const range = rangeOf(other);
      if (other.file !== place.file || k === i) return false;
      const isSame = range.start === start && range.end === end;
      return isSame ? k < i : range.start! <= start! && end! <= range.end!;
    });
  });
}
