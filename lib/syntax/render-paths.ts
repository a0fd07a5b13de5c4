import type { CallExpression, Expression, JSXElement, Node } from "@babel/types";
import type { SourceFile } from "../workspace/source-file.ts";
import { usesOfName } from "./bindings.ts";
import { functionAround, isFunction } from "./functions.ts";

/** An element that a value is rendered in: what it is called and by which prop the value gets into it. */
export interface Around {
  node: JSXElement | CallExpression;
  /** The element's name: a JSX name, or the first argument of `createElement`. */
  name: Node;
  prop: string;
}

/** One way of a value from where it stands to what a component returns. */
export interface RenderPath {
  /** The elements around the value, innermost first. */
  around: Around[];
  /** `unclear`: it goes through a call that may put anything around it, such as `reduce`. */
  end: "rendered" | "unclear";
  /** Whether it took a detour (a variable, a function, a condition) that a reader cannot see in the tree. */
  direct: boolean;
  /** Whether it is something made of the value that is rendered, not the value: `list.map(…)`. */
  derived?: boolean;
}

/** Calls that give back what they are given, or what the function they are given returns. */
const TRANSPARENT_CALL = /^(?:map|flatMap|filter|concat|toArray|cloneElement|createPortal|useMemo|useCallback|only|forwardRef|memo)$/;

/**
 * How a value in a component gets rendered: upwards through JSX, conditions, variables and inner
 * functions to the function that is not inside another one.
 *
 * @param start the expression, or the element, whose way is asked for
 */
export function renderPaths(file: SourceFile, start: Node): RenderPath[] {
  return climb(file, start, { around: [], end: "rendered", direct: true }, new Set());
}

function climb(file: SourceFile, node: Node, path: RenderPath, seen: ReadonlySet<Node>): RenderPath[] {
  const parent = file.parent(node);
  if (parent === undefined || seen.has(node)) return [];
  const up = (to: Node, change: Partial<RenderPath> = {}) => climb(file, to, { ...path, ...change }, new Set([...seen, node]));
  const within = (around: Around) => up(around.node, { around: [...path.around, around] });
  switch (parent.type) {
    case "JSXElement":
      return within({ node: parent, name: parent.openingElement.name, prop: "children" });
    case "JSXOpeningElement":
    case "JSXClosingElement":
      return up(file.parent(parent)!);
    case "JSXAttribute":
    case "JSXSpreadAttribute": {
      const opening = file.parent(parent)!;
      const element = file.parent(opening);
      if (opening.type !== "JSXOpeningElement" || element?.type !== "JSXElement") return [];
      const prop = parent.type === "JSXAttribute" && parent.name.type === "JSXIdentifier" ? parent.name.name : "children";
      return within({ node: element, name: opening.name, prop });
    }
    case "ConditionalExpression":
      return parent.test === node ? [] : up(parent, { direct: false });
    case "LogicalExpression":
      return parent.operator === "&&" && parent.left === node ? [] : up(parent, { direct: false });
    case "ReturnStatement":
      return leave(file, functionAround(file, parent), path, up);
    case "ArrowFunctionExpression":
      return parent.body === node ? leave(file, parent, path, up) : [];
    case "VariableDeclarator":
      if (parent.init !== node) return [];
      return parent.id.type === "Identifier"
        ? usesOfName(file, parent.id).flatMap((use) => up(use, { direct: false }))
        : [{ ...path, end: "unclear" }];
    case "AssignmentExpression":
      return parent.right === node && parent.left.type === "Identifier"
        ? usesOfName(file, parent.left).flatMap((use) => up(use, { direct: false }))
        : [];
    case "CallExpression":
    case "OptionalCallExpression":
      return throughCall(node, parent as CallExpression, path, up, within);
    case "MemberExpression":
    case "OptionalMemberExpression": {
      const call = file.parent(parent);
      return parent.object === node && call?.type === "CallExpression" && call.callee === parent
        ? up(call, { direct: false, derived: true })
        : [];
    }
    case "ObjectProperty":
    case "ObjectExpression":
      return throughProps(file, node, parent, path, within);
    case "JSXExpressionContainer":
    case "JSXFragment":
    case "JSXSpreadChild":
    case "ArrayExpression":
    case "SpreadElement":
    case "SequenceExpression":
    case "AwaitExpression":
    case "ParenthesizedExpression":
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSNonNullExpression":
    case "TSTypeAssertion":
      return up(parent);
    default:
      return [];
  }
}

type Up = (to: Node, change?: Partial<RenderPath>) => RenderPath[];

/** A function gives the value back: to who calls or renders it, or it is the component itself. */
function leave(file: SourceFile, from: Node | undefined, path: RenderPath, up: Up): RenderPath[] {
  if (from === undefined) return [];
  const outer = functionAround(file, from);
  if (outer === undefined) return [path];
  if (from.type === "FunctionDeclaration") return from.id ? usesOfName(file, from.id).flatMap((use) => up(use, { direct: false })) : [];
  return up(from, { direct: false });
}

function throughCall(node: Node, call: CallExpression, path: RenderPath, up: Up, within: (around: Around) => RenderPath[]): RenderPath[] {
  if (call.callee === node) return up(call);
  const name = calledName(call);
  const [component] = call.arguments;
  if ((name === "createElement" || name === "jsx" || name === "jsxs") && component) {
    return component === node ? up(call) : within({ node: call, name: component, prop: "children" });
  }
  const isHandedOn = isFunction(node) || /^(?:createPortal|useMemo)$/.test(name ?? "");
  if ((name !== undefined && TRANSPARENT_CALL.test(name)) || isFunction(node))
    return up(call, { direct: false, ...(isHandedOn ? {} : { derived: true }) });
  return [{ ...path, end: "unclear" }];
}

/** `createElement(X, { children })` and `createElement(X, { ...props })`. */
function throughProps(
  file: SourceFile,
  node: Node,
  parent: Node,
  path: RenderPath,
  within: (around: Around) => RenderPath[],
): RenderPath[] {
  const object = parent.type === "ObjectProperty" ? file.parent(parent) : parent;
  const call = object && file.parent(object);
  if (call?.type !== "CallExpression" || call.arguments[1] !== object || !/^(?:createElement|jsxs?)$/.test(calledName(call) ?? ""))
    return [];
  const prop = parent.type === "ObjectProperty" && parent.value === node && parent.key.type === "Identifier" ? parent.key.name : "children";
  return within({ node: call, name: call.arguments[0] as Expression, prop });
}

/** What a call calls, by its last name: `createElement` of `React.createElement(…)`. */
export function calledName({ callee }: CallExpression): string | undefined {
  if (callee.type === "Identifier") return callee.name;
  return callee.type === "MemberExpression" && !callee.computed && callee.property.type === "Identifier" ? callee.property.name : undefined;
}
