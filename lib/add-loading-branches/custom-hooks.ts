import type { Expression, Node } from "@babel/types";
import { AUTHENTICATED, LOADING, UNAUTHENTICATED, type World } from "../next-auth/session-states.ts";
import { keyOf } from "../next-auth/session-values.ts";
import { originOfBinding } from "../project/origin.ts";
import { bindingOf } from "../syntax/bindings.ts";
import { functionName } from "../syntax/components";
import { unwrap } from "../syntax/expressions.ts";
import { functionAround } from "../syntax/functions.ts";
import { importBindings } from "../syntax/imports.ts";
import { ParseError } from "../workspace/parse.ts";
import type { SourceFile } from "../workspace/source-file.ts";
import type { Scene } from "./scene.ts";

/** A custom hook that gives the same answer while loading as when signed out leaves its callers no way to tell: a finding. */
export function noteWhatHookReturns(scene: Scene): void {
  const { file, flow, report } = scene.in;
  const { owner, consumer } = scene;
  const returns: { place: Node; value: Node | null | undefined }[] =
    owner.body.type === "BlockStatement"
      ? file
          .nodes("ReturnStatement")
          .filter((node) => functionAround(file, node) === owner)
          .map((node) => ({ place: node, value: node.argument }))
      : [{ place: owner.body, value: owner.body }];
  if (returns.some(({ value }) => value && tellsLoading(scene, value))) return;
  for (const { place, value } of returns) {
    const isPhantom = flow.decide([place], { required: consumer.required, leaves: false }) !== undefined && place !== owner.body;
    if (!isPhantom && !(value && isReachedWhileLoading(scene, place) && partsOf(value).some((part) => hidesLoading(scene, part)))) continue;
    const callers = consumer.name === undefined ? [] : callersOf(scene, consumer.name);
    const named =
      callers.length === 0
        ? "Nothing in this app calls it."
        : `Called by ${callers.slice(0, 5).join(", ")}${callers.length > 5 ? ` and ${callers.length - 5} more` : ""}.`;
    report.finding(
      "hook-hides-loading",
      file,
      place,
      `${consumer.name ?? "This hook"} returns the same while the session loads as when nobody is signed in. ${named}`,
    );
    return;
  }
}

function isReachedWhileLoading(scene: Scene, place: Node): boolean {
  return scene.in.flow.conditions(place).every((condition) => condition.truth(LOADING) !== false);
}

/** What a caller gets: the values of a returned object, or the value itself. */
function partsOf(value: Node): Node[] {
  const node = unwrap(value);
  if (node.type === "ArrayExpression") return node.elements.flatMap((element) => (element ? [element] : []));
  if (node.type !== "ObjectExpression") return [node];
  return node.properties.flatMap((property) =>
    property.type === "ObjectProperty" ? [property.value] : property.type === "SpreadElement" ? [property.argument] : [],
  );
}

/** A part that differs between loading and signed out: a status, a flag, the session itself. */
function tellsLoading(scene: Scene, value: Node): boolean {
  return partsOf(value).some((part) => isData(part) && keyIn(scene, part, LOADING) !== keyIn(scene, part, UNAUTHENTICATED));
}

function hidesLoading(scene: Scene, part: Node): boolean {
  if (!isData(part)) return false;
  const loading = keyIn(scene, part, LOADING);
  return loading === keyIn(scene, part, UNAUTHENTICATED) && loading !== keyIn(scene, part, AUTHENTICATED);
}

/** Functions that a hook returns read the session when they are called. */
function isData(part: Node): boolean {
  return !/Function|JSX/.test(unwrap(part).type);
}

function keyIn(scene: Scene, part: Node, world: World): string {
  return keyOf(scene.in.states.value(part as Expression, world));
}

/** Where a hook is called, as `component (file)`. */
function callersOf(scene: Scene, hook: string): string[] {
  const { project, file } = scene.in;
  return project
    .mentioning([hook])
    .flatMap((other) => callsIn(other))
    .sort();

  function callsIn(other: SourceFile): string[] {
    try {
      const names =
        other === file
          ? [hook]
          : importBindings(other)
              .filter((binding) => {
                const origin = originOfBinding(project, other, binding);
                return (
                  origin.kind === "declaration" &&
                  origin.file.path === file.path &&
                  (binding.imported === hook ||
                    origin.export.exported === hook ||
                    (origin.export.kind === "local" && origin.export.local === hook))
                );
              })
              .map(({ local }) => local.name);
      const calls = other
        .nodes("CallExpression")
        .filter(({ callee }) => callee.type === "Identifier" && names.includes(callee.name) && isOfFile(other, callee));
      return [...new Set(calls.map((call) => `${ownerName(other, call)} (${other.path})`))];
    } catch (error) {
      if (error instanceof ParseError) return [];
      throw error;
    }
  }
}

function isOfFile(file: SourceFile, callee: Extract<Node, { type: "Identifier" }>): boolean {
  const binding = bindingOf(file, callee);
  return binding !== undefined && binding.isTopLevel && binding.uses.includes(callee);
}

function ownerName(file: SourceFile, call: Node): string {
  for (let fn = functionAround(file, call); fn !== undefined; fn = functionAround(file, fn)) {
    const name = functionName(file, fn);
    if (name !== undefined) return name;
  }
  return "a component";
}
