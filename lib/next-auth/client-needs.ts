import type { Node } from "@babel/types";
import type { Project } from "../project/project.ts";
import { bindingOf, usesOfName } from "../syntax/bindings.ts";
import { isClientFile } from "../syntax/directives.ts";
import { importBindings, moduleReferences, type ImportBinding } from "../syntax/imports.ts";
import { calledName } from "../syntax/render-paths.ts";
import type { SourceFile } from "../workspace/source-file.ts";
import { isCode } from "../workspace/code-file.ts";

/** Why a file has to be a client file. */
export interface ClientNeed {
  node: Node;
  /** Ends the sentence "It needs the browser: …". */
  why: string;
}

const BROWSER_GLOBALS = new Set([
  "window",
  "document",
  "localStorage",
  "sessionStorage",
  "navigator",
  "location",
  "history",
  "alert",
  "confirm",
  "addEventListener",
  "matchMedia",
  "requestAnimationFrame",
  "IntersectionObserver",
  "ResizeObserver",
]);
const CLIENT_REACT = new Set(["createContext", "Component", "PureComponent", "useOptimistic", "*"]);
/** Packages whose components have "use client" themselves, or run on the server as well. */
const SERVER_SAFE =
  /^(?:next(?:\/(?:font\/.+|image|link|script|head|headers|navigation|server|cache|og))?|react|geist(?:\/.+)?|clsx|classnames|tailwind-merge|class-variance-authority|server-only|@vercel\/analytics\/(?:react|next)|@vercel\/speed-insights\/(?:react|next)|@next\/third-parties\/google)$/;
const ASSET = /\.(?:css|scss|sass|less|json|svg|png|jpe?g|gif|webp|avif|ico|woff2?|ttf|otf)$/;

/**
 * The first thing in a file that only a client file may have: hooks, event handlers, browser globals, functions
 * handed to components, imports that bring such things in. Strict: what cannot be told is a need.
 * https://nextjs.org/docs/app/getting-started/server-and-client-components#when-to-use-server-and-client-components
 *
 * @param except imports that the file is about to lose
 */
export function clientNeed(
  project: Project,
  file: SourceFile,
  except: readonly ImportBinding[] = [],
  seen = new Set<string>(),
): ClientNeed | undefined {
  if (seen.has(file.path)) return undefined;
  seen.add(file.path);
  return codeNeed(file) ?? importNeed(project, file, except, seen);
}

function codeNeed(file: SourceFile): ClientNeed | undefined {
  for (const call of file.nodes("CallExpression")) {
    const name = calledName(call);
    if (name !== undefined && /^use(?:[A-Z].*)?$/.test(name)) return { node: call, why: `it calls the hook ${name}` };
    if (name === "createContext") return { node: call, why: "it creates a context" };
    if (name === "dynamic" && /ssr\s*:/.test(file.slice(call))) return { node: call, why: "it loads a component in the browser only" };
  }
  for (const attribute of file.nodes("JSXAttribute")) {
    const name = attribute.name.type === "JSXIdentifier" ? attribute.name.name : "";
    const opening = file.parent(attribute);
    if (/^on[A-Z]/.test(name)) return { node: attribute, why: `it handles an event (${name})` };
    if (name === "ref") return { node: attribute, why: "it takes a ref" };
    if (name === "jsx" && opening?.type === "JSXOpeningElement" && file.slice(opening.name) === "style")
      return { node: attribute, why: "it uses styled-jsx" };
    const value = attribute.value?.type === "JSXExpressionContainer" ? attribute.value.expression : undefined;
    if (value && !isSerializable(file, value)) return { node: attribute, why: `it hands a function to a component (${name})` };
  }
  for (const container of file.nodes("JSXExpressionContainer")) {
    if (file.parent(container)?.type === "JSXElement" && isFunctionNode(container.expression))
      return { node: container, why: "it hands a function to a component as its children" };
  }
  const [component] = [...file.nodes("ClassDeclaration"), ...file.nodes("ClassExpression")].filter(({ superClass }) => superClass);
  if (component) return { node: component, why: "it has a class component" };
  const browser = file.nodes("Identifier").find((node) => BROWSER_GLOBALS.has(node.name) && isGlobalUse(file, node));
  return browser && { node: browser, why: `it uses ${browser.name}` };
}

function isGlobalUse(file: SourceFile, node: Node & { type: "Identifier" }): boolean {
  const parent = file.parent(node);
  if (parent === undefined || /^TS/.test(parent.type)) return false;
  if ((parent.type === "MemberExpression" || parent.type === "OptionalMemberExpression") && parent.property === node && !parent.computed)
    return false;
  if (parent.type === "ObjectProperty" && parent.key === node && !parent.computed && !parent.shorthand) return false;
  return bindingOf(file, node) === undefined;
}

/** Whether a value given to a component can go from the server to the browser, as far as it can be seen. */
function isSerializable(file: SourceFile, value: Node): boolean {
  if (isFunctionNode(value)) return false;
  if (value.type !== "Identifier") return true;
  const binding = bindingOf(file, value);
  const declared = binding?.declaration;
  if (declared === undefined || binding?.isParameter) return true;
  if (/^Import/.test(declared.type) || /^(?:Function|Class)Declaration$/.test(declared.type))
    return /\.(?:svg|png|jpe?g|webp|json)$/.test(sourceOf(file, value) ?? "");
  return !(declared.type === "VariableDeclarator" && declared.init && isFunctionNode(declared.init));
}

function sourceOf(file: SourceFile, name: Node & { type: "Identifier" }): string | undefined {
  return importBindings(file).find(({ local }) => local.name === name.name)?.source;
}

function isFunctionNode(node: Node): boolean {
  return node.type === "ArrowFunctionExpression" || node.type === "FunctionExpression";
}

function importNeed(project: Project, file: SourceFile, except: readonly ImportBinding[], seen: Set<string>): ClientNeed | undefined {
  for (const { literal, kind, node } of moduleReferences(file)) {
    const source = literal.value;
    const bindings = importBindings(file).filter((binding) => binding.declaration === node && !binding.typeOnly);
    const isType =
      kind === "import-type" ||
      (node.type === "ImportDeclaration" && (node.importKind === "type" || (node.specifiers.length > 0 && bindings.length === 0)));
    if (isType || kind === "mock" || ASSET.test(source) || (bindings.length > 0 && bindings.every((binding) => except.includes(binding))))
      continue;
    const resolution = project.resolver.resolve(source, file.path);
    const target = resolution.kind === "file" ? project.workspace.source(resolution.path) : undefined;
    if (target === undefined) {
      if (source === "react" ? bindings.some(({ imported }) => CLIENT_REACT.has(imported) && imported !== "*") : !SERVER_SAFE.test(source))
        return { node: literal, why: `${source} may need the browser` };
      continue;
    }
    if (!isCode(target.path)) continue;
    if (!target.parses) return { node: literal, why: `${target.path} could not be read` };
    if (isClientFile(target)) {
      const used = bindings.flatMap((binding) => valueUses(file, binding));
      if (used.length > 0 || bindings.length === 0)
        return { node: used[0] ?? literal, why: `it uses more than components of ${target.path}, which is a client file` };
      continue;
    }
    const below = clientNeed(project, target, [], seen);
    if (below) return { node: literal, why: `${target.path} has no "use client" of its own, and ${below.why}` };
  }
  return undefined;
}

/** Uses of an import that are not an element's name. */
function valueUses(file: SourceFile, { local }: ImportBinding): Node[] {
  return usesOfName(file, local).filter(({ type }) => type !== "JSXIdentifier");
}
