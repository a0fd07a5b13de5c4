import type { Node, ObjectExpression } from "@babel/types";
import { definitionOf, type Place } from "../project/definition.ts";
import { fact, type Project } from "../project/project.ts";
import { bindingOf } from "../syntax/bindings.ts";
import { unwrap } from "../syntax/expressions.ts";
import type { SourceFile } from "../workspace/source-file.ts";
import { nextAuthCalls } from "./route-handler.ts";

/** An object of options that NextAuth is given, with what is changed on it afterwards. */
export interface OptionsObject {
  file: SourceFile;
  object: ObjectExpression;
  /** Fields that are assigned or changed in place after the object was made. */
  changed: ReadonlySet<string>;
}

/** One field of the options, looked for through spreads of constants. */
export type Field =
  | { state: "absent" }
  /** `owner` is the object literal that the field is written in. */
  | { state: "set"; value: Place; owner: { file: SourceFile; object: ObjectExpression } }
  /** Computed, spread from something that is not known, or changed afterwards. */
  | { state: "unknown" };

/** The option objects of the app: what its calls of NextAuth are given, where that is an object literal in the end. */
export const optionObjects = fact((project: Project): readonly OptionsObject[] => {
  const found = new Map<ObjectExpression, OptionsObject>();
  for (const file of project.mentioning(["next-auth"])) {
    for (const { options } of nextAuthCalls(project, file)) {
      const place = options && madeObject(project, { file, node: options });
      if (place) found.set(place.object, { ...place, changed: changedFields(place.file, place.object) });
    }
  }
  return [...found.values()];
});

/** @param name of a field of next-auth's options: `adapter`, `session` */
export function fieldOf(project: Project, { file, object, changed }: OptionsObject, name: string): Field {
  return changed.has(name) ? { state: "unknown" } : propertyField(project, file, object, name);
}

/** The last of an object's properties with a name, through spreads of object literals. */
export function propertyField(project: Project, file: SourceFile, object: ObjectExpression, name: string, steps = 8): Field {
  for (const property of [...object.properties].reverse()) {
    if (property.type === "SpreadElement") {
      const { file: home, node } = definitionOf(project, { file, node: property.argument });
      if (node.type !== "ObjectExpression" || steps === 0) return { state: "unknown" };
      const spread = propertyField(project, home, node, name, steps - 1);
      if (spread.state !== "absent") return spread;
      continue;
    }
    if (property.computed && property.key.type !== "StringLiteral") return { state: "unknown" };
    const { key } = property;
    if ((key.type === "Identifier" ? key.name : key.type === "StringLiteral" ? key.value : undefined) !== name) continue;
    const value: Node = property.type === "ObjectMethod" ? property : property.value;
    return { state: "set", value: { file, node: unwrap(value) }, owner: { file, object } };
  }
  return { state: "absent" };
}

/** Whether there is an adapter; one that is there by a condition counts. Undefined where that is not known. */
export function hasAdapter(project: Project, options: OptionsObject): boolean | undefined {
  const field = fieldOf(project, options, "adapter");
  if (field.state !== "set") return field.state === "absent" ? false : undefined;
  const { node } = definitionOf(project, field.value);
  return !(node.type === "NullLiteral" || (node.type === "Identifier" && node.name === "undefined"));
}

/** `session.strategy`, where it is known; `absent` where next-auth chooses by the adapter. */
export function sessionStrategy(project: Project, options: OptionsObject): "jwt" | "database" | "absent" | "unknown" {
  const session = fieldOf(project, options, "session");
  if (session.state !== "set") return session.state;
  const { file, node } = definitionOf(project, session.value);
  const strategy = node.type === "ObjectExpression" ? propertyField(project, file, node, "strategy") : ({ state: "unknown" } as const);
  if (strategy.state !== "set") return strategy.state;
  const value = definitionOf(project, strategy.value).node;
  if (value.type === "Identifier" && value.name === "undefined") return "absent";
  return value.type === "StringLiteral" && (value.value === "jwt" || value.value === "database") ? value.value : "unknown";
}

/** The object literal that options are in the end. */
function madeObject(project: Project, place: Place): { file: SourceFile; object: ObjectExpression } | undefined {
  const { file, node } = definitionOf(project, place);
  return node.type === "ObjectExpression" ? { file, object: node } : undefined;
}

const CHANGES_LIST = /^(?:push|unshift|splice|pop|shift)$/;

/** `authOptions.adapter = …`, `authOptions.providers.push(…)`. */
function changedFields(file: SourceFile, object: ObjectExpression): Set<string> {
  const changed = new Set<string>();
  const declarator = [...file.ancestors(object)].find((ancestor) => ancestor.type === "VariableDeclarator");
  if (
    declarator?.type !== "VariableDeclarator" ||
    declarator.id.type !== "Identifier" ||
    !declarator.init ||
    unwrap(declarator.init) !== object
  )
    return changed;
  for (const node of bindingOf(file, declarator.id)?.values ?? []) {
    const member = file.parent(node);
    if (member?.type !== "MemberExpression" || member.object !== node || member.property.type !== "Identifier" || member.computed) continue;
    const user = file.parent(member);
    const isAssigned = user?.type === "AssignmentExpression" && user.left === member;
    const isChanged =
      user?.type === "MemberExpression" &&
      user.object === member &&
      user.property.type === "Identifier" &&
      (CHANGES_LIST.test(user.property.name) || file.parent(user)?.type === "AssignmentExpression");
    if (isAssigned || isChanged) changed.add(member.property.name);
  }
  return changed;
}
