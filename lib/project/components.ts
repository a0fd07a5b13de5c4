import type { CallExpression, Node } from "@babel/types";
import { bindingAt } from "../syntax/bindings.ts";
import { propertyValue, unwrap } from "../syntax/expressions.ts";
import { isFunction } from "../syntax/functions.ts";
import { importBindings } from "../syntax/imports.ts";
import { isComponentNode, type ComponentNode } from "../syntax/props";
import { calledName } from "../syntax/render-paths.ts";
import type { SourceFile } from "../workspace/source-file.ts";
import { originOf, originOfBinding, originOfExport, type Origin } from "./origin.ts";
import type { Project } from "./project.ts";

/** What the name of an element stands for. */
export type Component =
  | { kind: "declared"; file: SourceFile; node: ComponentNode }
  | { kind: "package"; module: string; name: string }
  /** `div`, a fragment, a context's provider, a styled element: renders its children and nothing else. */
  | { kind: "plain"; name: string }
  | { kind: "unknown" };

const UNKNOWN: Component = { kind: "unknown" };
const PLAIN: Component = { kind: "plain", name: "" };

/**
 * Follows the name of an element (or any expression that is a component) to what it is: through imports,
 * barrels, namespaces, `require`, `memo`, `forwardRef`, other wrapping calls, `dynamic(() => import())`.
 */
export function componentOf(project: Project, file: SourceFile, name: Node): Component {
  return resolve(project, file, unwrap(name), 0);
}

/** The component that a file exports under a name. */
export function exportedComponent(project: Project, file: SourceFile, exported: string): Component {
  return fromOrigin(project, originOfExport(project, file, exported), 0);
}

function resolve(project: Project, file: SourceFile, name: Node, depth: number): Component {
  if (depth > 20) return UNKNOWN;
  const next = (node: Node) => resolve(project, file, unwrap(node), depth + 1);
  if (isComponentNode(name)) return { kind: "declared", file, node: name };
  switch (name.type) {
    case "StringLiteral":
      return { kind: "plain", name: name.value };
    case "JSXNamespacedName":
    case "TaggedTemplateExpression":
      return PLAIN;
    case "JSXIdentifier":
    case "Identifier": {
      if (name.type === "JSXIdentifier" && /^[a-z]/.test(name.name)) return { kind: "plain", name: name.name };
      const binding = bindingAt(file, name, name.name);
      if (binding === undefined) return UNKNOWN;
      const imported = importBindings(file).find(({ local }) => local === binding.identifier);
      if (imported) return fromOrigin(project, originOfBinding(project, file, imported), depth);
      const declared = binding.declaration;
      if (isComponentNode(declared)) return next(declared);
      if (declared.type !== "VariableDeclarator" || !declared.init) return UNKNOWN;
      return declared.id.type === "Identifier" ? next(declared.init) : madeByPackage(project, file, declared.init, name.name);
    }
    case "JSXMemberExpression":
    case "MemberExpression":
      return ofMember(project, file, name, depth);
    case "CallExpression":
      return ofCall(project, file, name, depth);
    default:
      return UNKNOWN;
  }
}

function ofMember(project: Project, file: SourceFile, name: Node & { object: Node; property: Node }, depth: number): Component {
  const { object } = name;
  const property = name.property.type === "Identifier" || name.property.type === "JSXIdentifier" ? name.property.name : undefined;
  if (property === undefined || (object.type !== "Identifier" && object.type !== "JSXIdentifier")) return UNKNOWN;
  const binding = bindingAt(file, object, object.name);
  const imported = binding && importBindings(file).find(({ local }) => local === binding.identifier);
  if (imported) {
    const origin = originOfBinding(project, file, imported);
    if (origin.kind === "file") return fromOrigin(project, originOfExport(project, origin.file, property), depth);
    if (origin.kind === "package")
      return {
        kind: "package",
        module: origin.module,
        name: /^(?:\*|default)$/.test(origin.name) ? property : `${origin.name}.${property}`,
      };
    return origin.kind === "declaration" ? ofProperty(project, origin.file, declaredValue(origin), property, depth) : UNKNOWN;
  }
  const declared = binding?.declaration;
  return declared?.type === "VariableDeclarator" ? ofProperty(project, file, declared.init ?? undefined, property, depth) : UNKNOWN;
}

function ofProperty(project: Project, file: SourceFile, value: Node | undefined, property: string, depth: number): Component {
  if (value === undefined) return UNKNOWN;
  const plain = unwrap(value);
  if (plain.type === "CallExpression" && calledName(plain) === "createContext") return PLAIN;
  const member = propertyValue(plain, property);
  return member ? resolve(project, file, unwrap(member), depth + 1) : madeByPackage(project, file, plain, property);
}

/** `const { Provider } = createStore()`, `api.Provider` with `const api = createApi()`: a package's component, made to order. */
function madeByPackage(project: Project, file: SourceFile, value: Node, name: string): Component {
  const made = unwrap(value);
  if (made.type !== "CallExpression") return UNKNOWN;
  let maker: Node = made.callee;
  while (maker.type === "CallExpression" || maker.type === "MemberExpression" || maker.type === "TSInstantiationExpression")
    maker = maker.type === "CallExpression" ? maker.callee : maker.type === "MemberExpression" ? maker.object : maker.expression;
  const binding = maker.type === "Identifier" ? bindingAt(file, maker, maker.name) : undefined;
  const imported = binding && importBindings(file).find(({ local }) => local === binding.identifier);
  const origin = imported && originOfBinding(project, file, imported);
  return origin?.kind === "package" ? { kind: "package", module: origin.module, name } : UNKNOWN;
}

/** `memo(X)`, `observer(X)`, `dynamic(() => import("./x"))`: the component that a call makes another one of. */
function ofCall(project: Project, file: SourceFile, call: CallExpression, depth: number): Component {
  for (const argument of call.arguments) {
    if (isFunction(argument)) {
      const loaded = loadedBy(file, argument);
      if (loaded) return fromOrigin(project, originOf(project, file, loaded.source, loaded.name), depth);
    }
    const component = resolve(project, file, unwrap(argument), depth + 1);
    if (component.kind !== "unknown") return component;
  }
  // `withProviders(options)(App)`
  return call.callee.type === "CallExpression" ? ofCall(project, file, call.callee, depth + 1) : UNKNOWN;
}

/** The module and name in `() => import("./x").then((module) => module.name)`. */
function loadedBy(file: SourceFile, loader: Node): { source: string; name: string } | undefined {
  const load = file
    .nodes("CallExpression")
    .find((call) => call.callee.type === "Import" && loader.start! <= call.start! && call.end! <= loader.end!);
  const [source] = load?.arguments ?? [];
  if (load === undefined || source?.type !== "StringLiteral") return undefined;
  const chosen = /\.then\(\s*(?:async\s*)?\(?\s*\{?\s*(\w+)[\s}):\w]*=>\s*\(?\s*(?:\{\s*default:\s*)?(?:\1\.)?(\w+)/.exec(
    file.text.slice(load.end!, loader.end!),
  );
  return { source: source.value, name: chosen?.[2] ?? "default" };
}

function fromOrigin(project: Project, origin: Origin, depth: number): Component {
  if (origin.kind === "package")
    return origin.module === "react" && /^(?:Fragment|Suspense|StrictMode|Profiler)$/.test(origin.name)
      ? PLAIN
      : { kind: "package", module: origin.module, name: origin.name };
  if (origin.kind !== "declaration") return UNKNOWN;
  const value = declaredValue(origin);
  if (value && isDestructured(origin)) return madeByPackage(project, origin.file, value, origin.export.exported);
  return value ? resolve(project, origin.file, unwrap(value), depth + 1) : UNKNOWN;
}

/** What an exported name is declared as: a function, a class, a variable's value. */
function declaredValue(origin: Origin & { kind: "declaration" }): Node | undefined {
  if (origin.export.kind === "expression") return origin.export.expression;
  const { local } = origin.export;
  const binding = bindingAt(origin.file, origin.file.ast.program, local);
  const declared = binding?.declaration;
  if (declared === undefined) return undefined;
  return declared.type === "VariableDeclarator" ? (declared.init ?? undefined) : declared;
}

function isDestructured({ file, export: own }: Origin & { kind: "declaration" }): boolean {
  const declared = own.kind === "local" ? bindingAt(file, file.ast.program, own.local)?.declaration : undefined;
  return declared?.type === "VariableDeclarator" && declared.id.type !== "Identifier";
}
