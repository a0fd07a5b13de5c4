import type {
  ArrowFunctionExpression,
  ClassDeclaration,
  ClassExpression,
  FunctionDeclaration,
  FunctionExpression,
  Node,
  ObjectMethod,
} from "@babel/types";
import type { SourceFile } from "../workspace/source-file.ts";
import { usesOfName } from "./bindings.ts";
import { unwrap } from "./expressions.ts";
import { isFunction } from "./functions.ts";

/** What can be a React component. */
export type ComponentNode =
  FunctionDeclaration | FunctionExpression | ArrowFunctionExpression | ObjectMethod | ClassDeclaration | ClassExpression;

const COMPONENTS = /^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression|ObjectMethod|ClassDeclaration|ClassExpression)$/;

export function isComponentNode(node: Node): node is ComponentNode {
  return COMPONENTS.test(node.type);
}

/**
 * Every expression in a component that has the value of one of its props: `children`, `props.children`,
 * `this.props.children`; and the object itself where a spread hands the prop on with others, `{...props}`.
 */
export function propReferences(file: SourceFile, component: ComponentNode, name: string): readonly Node[] {
  if (isFunction(component)) {
    const [param] = component.params;
    return param ? fromPattern(file, param, name) : [];
  }
  return file.nodes("ThisExpression").flatMap((self) => {
    const props = file.parent(self);
    const isProps =
      props?.type === "MemberExpression" && !props.computed && props.property.type === "Identifier" && props.property.name === "props";
    return isProps && inside(props, component) ? fromUse(file, props, name) : [];
  });
}

/** The static names that a component takes from its first parameter's pattern; undefined where it takes the whole object. */
export function destructuredProps(component: ComponentNode): string[] | undefined {
  if (!isFunction(component)) return undefined;
  const [param] = component.params;
  if (param === undefined) return [];
  const pattern = param.type === "AssignmentPattern" ? param.left : param;
  if (pattern.type !== "ObjectPattern" || pattern.properties.some((property) => property.type === "RestElement" || property.computed))
    return undefined;
  return pattern.properties.flatMap((property) =>
    property.type === "ObjectProperty" && property.key.type === "Identifier" ? [property.key.name] : [],
  );
}

function fromPattern(file: SourceFile, pattern: Node, name: string): readonly Node[] {
  if (pattern.type === "AssignmentPattern") return fromPattern(file, pattern.left, name);
  if (pattern.type === "Identifier") return usesOfName(file, pattern).flatMap((use) => fromUse(file, use, name));
  if (pattern.type !== "ObjectPattern") return [];
  for (const property of pattern.properties) {
    if (property.type !== "ObjectProperty" || property.computed || property.key.type !== "Identifier" || property.key.name !== name)
      continue;
    const local = property.value.type === "AssignmentPattern" ? property.value.left : property.value;
    return local.type === "Identifier" ? usesOfName(file, local) : [];
  }
  const rest = pattern.properties.find((property) => property.type === "RestElement");
  return rest ? fromPattern(file, rest.argument, name) : [];
}

/** Where the props object itself is used. */
function fromUse(file: SourceFile, use: Node, name: string): readonly Node[] {
  const parent = file.parent(use);
  if (parent === undefined) return [];
  if (unwrap(parent) === use) return fromUse(file, parent, name);
  if ((parent.type === "MemberExpression" || parent.type === "OptionalMemberExpression") && parent.object === use) {
    return !parent.computed && parent.property.type === "Identifier" && parent.property.name === name ? [parent] : [];
  }
  if (parent.type === "JSXSpreadAttribute" || parent.type === "SpreadElement") return [use];
  if (parent.type === "VariableDeclarator" && parent.init === use) return fromPattern(file, parent.id, name);
  return [];
}

export function inside(node: Node, outer: Node): boolean {
  return outer.start! <= node.start! && node.end! <= outer.end!;
}
