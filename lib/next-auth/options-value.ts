import type { Expression, Identifier, Node, VariableDeclarator } from "@babel/types";
import { originOfBinding, originOfExport, type Origin } from "../project/origin.ts";
import type { Project } from "../project/project.ts";
import { bindingAt, bindingOf } from "../syntax/bindings.ts";
import { exportsOf } from "../syntax/exports.ts";
import { unwrap } from "../syntax/expressions.ts";
import { functionAround, isFunction } from "../syntax/functions.ts";
import { importBindings, type ImportBinding } from "../syntax/imports.ts";
import { isWithin } from "../syntax/plain-declarations.ts";
import type { SourceFile } from "../workspace/source-file.ts";

/** A module's constant that holds options: what `getServerSession` can be given. */
export interface OptionsConstant {
  kind: "constant";
  file: SourceFile;
  /** Its name in its file; undefined for `export default { … }`. */
  local: string | undefined;
  /** The names it is exported under; none where it isn't. */
  exported: readonly string[];
  node: Node;
}

/** What an expression given as options turns out to be. */
export type OptionsValue =
  | OptionsConstant
  /** A name of a package outside the workspace. */
  | { kind: "package"; module: string; name: string }
  /** Written where it is used: it has no name that others could use. */
  | { kind: "inline"; file: SourceFile; node: Node }
  /** Made by a call each time, or a promise. */
  | { kind: "factory"; file: SourceFile; node: Node }
  /** Put together inside a function, from what only it knows. */
  | { kind: "per-request"; file: SourceFile; node: Node }
  | { kind: "unknown"; file: SourceFile; node: Node };

/** What an expression stands for, followed through names, imports and re-exports to where it is declared. */
export function optionsValue(project: Project, file: SourceFile, expression: Node): OptionsValue {
  const node = unwrap(expression);
  switch (node.type) {
    case "AwaitExpression":
    case "CallExpression":
    case "OptionalCallExpression":
      return { kind: "factory", file, node };
    case "ObjectExpression":
      return { kind: usesParameters(file, node) ? "per-request" : "inline", file, node };
    case "Identifier":
      return namedValue(project, file, node);
    case "MemberExpression":
      return memberValue(project, file, node.object, node.property, node.computed) ?? { kind: "unknown", file, node };
    default:
      return { kind: "unknown", file, node };
  }
}

/** One value, wherever it is asked from. */
export function identityOf(value: OptionsValue): string {
  if (value.kind === "package") return `${value.module}\0${value.name}`;
  return value.kind === "constant" ? `${value.file.path}\0${value.local ?? "default"}` : `${value.file.path}\0${value.node.start}`;
}

/** The import that a name in a file comes from. */
export function importOf(file: SourceFile, identifier: Identifier): ImportBinding | undefined {
  const binding = bindingOf(file, identifier);
  return binding && importBindings(file).find(({ local }) => local === binding.identifier);
}

/** What a file exports under a name, as options. */
export function exportedValue(project: Project, file: SourceFile, exported: string): OptionsValue | undefined {
  return valueOfOrigin(project, originOfExport(project, file, exported));
}

function namedValue(project: Project, file: SourceFile, name: Identifier): OptionsValue {
  const imported = importOf(file, name);
  if (imported !== undefined)
    return valueOfOrigin(project, originOfBinding(project, file, imported)) ?? { kind: "unknown", file, node: name };
  const binding = bindingOf(file, name);
  const declared = binding?.declaration;
  if (binding === undefined || declared === undefined || binding.isParameter) return { kind: "unknown", file, node: name };
  if (binding.isTopLevel) return declaredValue(project, file, name.name);
  const init = declared.type === "VariableDeclarator" && declared.id.type === "Identifier" ? declared.init : undefined;
  return init ? optionsValue(project, file, init) : { kind: "unknown", file, node: name };
}

function memberValue(project: Project, file: SourceFile, object: Node, property: Node, computed: boolean): OptionsValue | undefined {
  const imported = object.type === "Identifier" ? importOf(file, object) : undefined;
  if (imported === undefined || computed || property.type !== "Identifier") return undefined;
  const origin = originOfBinding(project, file, imported);
  if (origin.kind === "file") return exportedValue(project, origin.file, property.name);
  return undefined;
}

function valueOfOrigin(project: Project, origin: Origin): OptionsValue | undefined {
  if (origin.kind === "package") return { kind: "package", module: origin.module, name: origin.name };
  if (origin.kind !== "declaration") return undefined;
  const { file, export: own } = origin;
  if (own.kind === "local") return declaredValue(project, file, own.local);
  if (isFunction(own.expression)) return { kind: "factory", file, node: own.expression };
  return { kind: "constant", file, local: undefined, exported: [own.exported], node: own.expression };
}

/** What a name declared at the top of a file holds. */
function declaredValue(project: Project, file: SourceFile, local: string): OptionsValue {
  const declaration = bindingAt(file, file.ast.program, local)?.declaration;
  const unknown: OptionsValue = { kind: "unknown", file, node: declaration ?? file.ast.program };
  if (declaration === undefined) return unknown;
  if (isFunction(declaration)) return { kind: "factory", file, node: declaration };
  if (declaration.type !== "VariableDeclarator") return unknown;
  const exported = exportsOf(file).flatMap((own) => (own.kind === "local" && own.local === local && !own.typeOnly ? [own.exported] : []));
  const init = declaration.init && unwrap(declaration.init);
  if (init && makesOptions(file, declaration, init)) return { kind: "factory", file, node: declaration };
  if (init?.type === "Identifier" && exported.length === 0) return namedValue(project, file, init);
  return { kind: "constant", file, local, exported, node: declaration };
}

/** A function, a promise, or a call of one of React's or Next.js's caches: to be called or awaited, not passed on. */
function makesOptions(file: SourceFile, declaration: VariableDeclarator, init: Node): boolean {
  if (isFunction(init)) return true;
  const annotation = declaration.id.type === "Identifier" && declaration.id.typeAnnotation ? file.slice(declaration.id.typeAnnotation) : "";
  if (/^:\s*Promise\s*</.test(annotation)) return true;
  if (init.type !== "CallExpression") return false;
  if (init.arguments.some((argument) => isFunction(argument)) && /^(?:React\.)?(?:cache|unstable_cache)$/.test(file.slice(init.callee)))
    return true;
  const called = init.callee.type === "Identifier" ? bindingOf(file, init.callee)?.declaration : undefined;
  const body: Expression | Node | null | undefined = called?.type === "VariableDeclarator" ? called.init : called;
  return body ? isFunction(body) && body.async === true : false;
}

/** Whether an object is written inside a function and speaks of something that only exists there. */
function usesParameters(file: SourceFile, object: Node): boolean {
  const around = functionAround(file, object);
  if (around === undefined) return false;
  return file.nodes("Identifier").some((name) => {
    if (!isWithin(name, object)) return false;
    const binding = bindingOf(file, name);
    return binding !== undefined && !binding.isTopLevel && binding.values.includes(name) && isWithin(object, binding.scope);
  });
}
