import type { ArrayExpression, CallExpression, Identifier, MemberExpression, Node, OptionalMemberExpression } from "@babel/types";
import type { SourceFile } from "../workspace/source-file.ts";
import { usesOfName } from "./bindings.ts";
import { unwrap } from "./expressions.ts";
import { functionAround, type FunctionNode } from "./functions.ts";

/** What calls hooks: a component, a custom hook, or a method of a class (where a hook cannot work). */
export type HookOwner = "component" | "hook" | "class";

const EFFECT = /^use(?:\w*Layout|Insertion)?Effect(?:Once)?$|^useMount$/;

/** The name a function goes by: its own, or that of the variable it is put in, through `memo(forwardRef(…))`. */
export function functionName(file: SourceFile, fn: Node): string | undefined {
  if ("id" in fn && fn.id?.type === "Identifier") return fn.id.name;
  const parent = file.parent(fn);
  if (parent?.type === "VariableDeclarator" && parent.id.type === "Identifier") return parent.id.name;
  if (parent?.type === "AssignmentExpression" && parent.left.type === "Identifier") return parent.left.name;
  if (parent?.type === "ObjectProperty" && parent.key.type === "Identifier") return parent.key.name;
  if ((fn.type === "ObjectMethod" || fn.type === "ClassMethod") && fn.key.type === "Identifier") return fn.key.name;
  const isWrapped = parent !== undefined && (unwrap(parent) === fn || (parent.type === "CallExpression" && parent.arguments[0] === fn));
  return isWrapped ? functionName(file, parent) : undefined;
}

/** Whoever calls a hook is a custom hook by its name, else a component. https://react.dev/learn/reusing-logic-with-custom-hooks */
export function hookOwner(file: SourceFile, fn: FunctionNode): HookOwner {
  if (fn.type === "ClassMethod" || file.parent(fn)?.type === "ClassProperty") return "class";
  const name = functionName(file, fn);
  return name !== undefined && isHookName(name) ? "hook" : "component";
}

export function isHookName(name: string): boolean {
  return /^use(?:[A-Z0-9]|$)/.test(name);
}

/** The name a call calls: the last one of `React.useState`, `api.post.useQuery`. */
export function calleeName({ callee }: CallExpression): string | undefined {
  const called = unwrap(callee);
  if (called.type === "Identifier") return called.name;
  return (called.type === "MemberExpression" || called.type === "OptionalMemberExpression") &&
    !called.computed &&
    called.property.type === "Identifier"
    ? called.property.name
    : undefined;
}

/** The hooks that a function itself calls, in order; those of functions inside it left out. */
export function hookCalls(file: SourceFile, fn: FunctionNode): CallExpression[] {
  return file.nodes("CallExpression").filter((call) => isHookName(calleeName(call) ?? "") && functionAround(file, call) === fn);
}

/** An effect: what runs, and when. */
export interface Effect {
  call: CallExpression;
  /** The dependency array, where there is one. */
  dependencies: ArrayExpression | undefined;
}

/** One way that code inside a component comes to run. */
export interface Way {
  /** While the component renders (its body, `map`, `useMemo`), in an effect, or on an event: nobody knows when. */
  when: "render" | "effect" | "event";
  /** The place, then each call that leads to it, inside out. */
  through: readonly Node[];
  /** The effects, and the `useCallback`s on the way, whose dependencies decide when it runs again. */
  effects: readonly Effect[];
}

const RUNS_ITS_ARGUMENT =
  /^(?:map|flatMap|filter|find|findIndex|some|every|forEach|reduce|sort|setTimeout|queueMicrotask|requestAnimationFrame|requestIdleCallback|startTransition|then|catch|finally)$/;
const KEEPS_ITS_ARGUMENT = /^use(?:Callback|Event|EffectEvent|MemoizedFn)$/;

/** Every way that the code at a node comes to run, seen from the component or hook it stands in. */
export function waysTo(file: SourceFile, node: Node, owner: FunctionNode, through: readonly Node[] = []): Way[] {
  const fn = functionAround(file, node);
  if (through.includes(node)) return [];
  const path = [...through, node];
  if (fn === undefined || fn === owner) return [{ when: "render", through: path, effects: [] }];
  const event: Way[] = [{ when: "event", through: path, effects: [] }];
  const parent = file.parent(fn);
  if (fn.type === "FunctionDeclaration" && fn.id) return waysToNamed(file, fn.id, owner, path);
  if (parent?.type === "VariableDeclarator" && parent.id.type === "Identifier") return waysToNamed(file, parent.id, owner, path);
  if (parent?.type !== "CallExpression") return event;
  if (parent.callee === fn) return waysTo(file, parent, owner, path);
  const name = calleeName(parent) ?? "";
  if (EFFECT.test(name) && parent.arguments[0] === fn) return [{ when: "effect", through: path, effects: [effectOf(parent)] }];
  if (name === "useMemo") return waysTo(file, parent, owner, path);
  if (RUNS_ITS_ARGUMENT.test(name)) return waysTo(file, parent, owner, path);
  const kept = KEEPS_ITS_ARGUMENT.test(name) ? file.parent(parent) : undefined;
  if (kept?.type !== "VariableDeclarator" || kept.id.type !== "Identifier") return event;
  const { name: keptName } = kept.id;
  const own = effectOf(parent);
  // An effect that depends on the kept function runs again when that one's dependencies change.
  const isFollowed = ({ dependencies }: Effect) =>
    own.dependencies !== undefined && dependencies?.elements.some((element) => element?.type === "Identifier" && element.name === keptName);
  return waysToNamed(file, kept.id, owner, path).map((way) => ({
    ...way,
    effects: [...way.effects.filter((effect) => !isFollowed(effect)), own],
  }));
}

/** A function runs when those who call it do; one that is passed on may run on any event. */
function waysToNamed(file: SourceFile, id: Identifier, owner: FunctionNode, through: readonly Node[]): Way[] {
  return usesOfName(file, id).flatMap((reference): Way[] => {
    const parent = file.parent(reference);
    if (parent?.type === "CallExpression" && parent.callee === reference) return waysTo(file, parent, owner, through);
    if (parent?.type === "CallExpression" && EFFECT.test(calleeName(parent) ?? "") && parent.arguments[0] === reference)
      return [{ when: "effect", through, effects: [effectOf(parent)] }];
    if (parent?.type === "JSXOpeningElement") return waysTo(file, parent, owner, through);
    if (parent?.type === "JSXClosingElement") return [];
    if (parent?.type === "ArrayExpression" && isDependencyArray(file, parent)) return [];
    return [{ when: "event", through, effects: [] }];
  });
}

function effectOf(call: CallExpression): Effect {
  const last = call.arguments[1];
  const list = last && unwrap(last);
  return { call, dependencies: list?.type === "ArrayExpression" ? list : undefined };
}

function isDependencyArray(file: SourceFile, list: ArrayExpression): boolean {
  const call = file.parent(list);
  return call?.type === "CallExpression" && call.arguments[0] !== list && isHookName(calleeName(call) ?? "");
}

/** The property name of `a.b` and `a?.b`, and of `a["b"]`. */
export function propertyName(node: MemberExpression | OptionalMemberExpression): string | undefined {
  if (!node.computed) return node.property.type === "Identifier" ? node.property.name : undefined;
  return node.property.type === "StringLiteral" ? node.property.value : undefined;
}
