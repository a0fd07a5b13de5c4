import type { Node } from "@babel/types";
import type { AuthRoute, NextAuthCall } from "../next-auth/route-handler.ts";
import type { Project } from "../project/project.ts";
import { bindingAt } from "../syntax/bindings.ts";
import { topLevelVariable, unwrap } from "../syntax/expressions.ts";
import { exportsOf } from "../syntax/exports.ts";
import { isFunction } from "../syntax/functions.ts";
import { importBindings } from "../syntax/imports.ts";
import { isReference } from "../syntax/top-level.ts";
import type { SourceFile } from "../workspace/source-file.ts";

/** Why something is left alone, and where a person should look. */
export interface Refusal {
  rule: "advanced-initialization" | "options-factory" | "second-configuration" | "options-not-movable" | "route-without-handler";
  at: Node;
  message: string;
}

/** Where a route's options are. */
export type RouteOptions =
  /** Written where NextAuth is called. */
  | { kind: "inline"; call: NextAuthCall }
  /** A variable at the top of the route file. */
  | { kind: "declared"; name: string }
  /** Imported from another module already, or there is no call of NextAuth in the file. */
  | { kind: "elsewhere" }
  | ({ kind: "refused" } & Refusal);

/** Judges what the NextAuth calls of a route are given. */
export function optionsOf(project: Project, route: AuthRoute): RouteOptions {
  const found = route.calls.map((call) => judge(project, route.file, call));
  const refused = found.find((options) => options.kind === "refused");
  if (refused !== undefined) return refused;
  const [first, ...others] = found;
  if (first === undefined) return objectAsHandler(route.file) ?? { kind: "elsewhere" };
  const differs = others.findIndex((other) =>
    first.kind === "declared" && other.kind === "declared"
      ? first.name !== other.name
      : first.kind !== "elsewhere" || other.kind !== "elsewhere",
  );
  if (differs === -1) return first;
  return {
    kind: "refused",
    rule: "second-configuration",
    at: route.calls[differs + 1]!.call,
    message: "NextAuth is called with different options in this file, so there is no single options object to move.",
  };
}

/** `export { authOptions as GET }`: an object where Next.js calls a function. */
function objectAsHandler(file: SourceFile): RouteOptions | undefined {
  for (const entry of exportsOf(file)) {
    if (entry.kind !== "local" || !/^(?:GET|POST)$/.test(entry.exported)) continue;
    const init = topLevelVariable(file, entry.local)?.init;
    if (!init || unwrap(init).type !== "ObjectExpression") continue;
    const message = `${entry.exported} is the object \`${entry.local}\`, and NextAuth is never called with it, so nothing here answers a request.`;
    return { kind: "refused", rule: "route-without-handler", at: entry.node, message };
  }
  return undefined;
}

function judge(project: Project, file: SourceFile, call: NextAuthCall): RouteOptions {
  const options = call.options && unwrap(call.options);
  if (options === undefined) return factory(call.call, "NextAuth is called without options.");
  if (options.type === "ObjectExpression") return judgeObject(project, file, call, options);
  if (options.type === "Identifier") return judgeName(file, options, options.name, new Set());
  if (options.type === "MemberExpression" && isImported(file, leftmost(options))) return { kind: "elsewhere" };
  if (options.type === "CallExpression" && extendsImportedIn(file, options.callee as Node)) return { kind: "elsewhere" };
  const isPerRequest = isInFunction(file, call.call) && speaksOfLocals(file, options);
  if (!isPerRequest && isMadeElsewhere(file, options)) return { kind: "elsewhere" };
  return isPerRequest
    ? advanced(options, "The options are made anew for every request, from what the request brings.")
    : factory(options, "The options are the result of an expression, not an object that could be moved and passed on.");
}

function judgeObject(project: Project, file: SourceFile, call: NextAuthCall, object: Node & { type: "ObjectExpression" }): RouteOptions {
  if (!isInFunction(file, call.call)) return { kind: "inline", call };
  if (extendsImported(file, object)) return { kind: "elsewhere" };
  if (speaksOfLocals(file, object))
    return advanced(object, "The options close over the request, so they cannot become a constant of a module.");
  const eager = runsWork(project, file, object);
  return eager
    ? advanced(eager, "Building the options does work on every request, which would happen once if they became a constant of a module.")
    : { kind: "inline", call };
}

function judgeName(file: SourceFile, at: Node, name: string, seen: Set<string>): RouteOptions {
  if (seen.has(name)) return factory(at, `\`${name}\` is declared in terms of itself.`);
  seen.add(name);
  const binding = bindingAt(file, at, name);
  if (binding !== undefined && !binding.isTopLevel) {
    const declarator = binding.declaration;
    const init = declarator.type === "VariableDeclarator" && declarator.init ? unwrap(declarator.init) : undefined;
    if (init?.type === "ObjectExpression" && extendsImported(file, init)) return { kind: "elsewhere" };
    const awaited = init?.type === "AwaitExpression" || init?.type === "CallExpression";
    return awaited && !speaksOfLocals(file, init)
      ? factory(init, `\`${name}\` is the result of a call made for every request.`)
      : advanced(declarator, `\`${name}\` is made inside a function, anew for every request.`);
  }
  if (isImported(file, name)) return { kind: "elsewhere" };
  const declarator = topLevelVariable(file, name);
  const init = declarator?.init && unwrap(declarator.init);
  if (init?.type === "ObjectExpression")
    return extendsImported(file, init) && !hasProviders(init) ? { kind: "elsewhere" } : { kind: "declared", name };
  if (init?.type === "Identifier") {
    const aliased = judgeName(file, init, init.name, seen);
    return aliased.kind === "declared" ? { kind: "declared", name } : aliased;
  }
  if (init && isMadeElsewhere(file, init) && !exportsOf(file).some((entry) => entry.kind === "local" && entry.local === name))
    return { kind: "elsewhere" };
  return factory(
    binding?.declaration ?? at,
    `\`${name}\` is not an object but the result of an expression${init?.type === "CallExpression" ? " (a call)" : ""}.`,
  );
}

/** Whether a route's options are written where they are used, and add to imported ones. */
export function extendsOthers(file: SourceFile, options: RouteOptions): boolean {
  const object = options.kind === "inline" && options.call.options ? unwrap(options.call.options) : undefined;
  return object?.type === "ObjectExpression" && extendsImported(file, object);
}

/** `{ ...authOptions, pages }`: the configuration lives where `authOptions` comes from. */
function extendsImported(file: SourceFile, object: Node & { type: "ObjectExpression" }): boolean {
  if (hasProviders(object)) return false;
  return object.properties.some((property) => property.type === "SpreadElement" && isImported(file, leftmost(unwrap(property.argument))));
}

/** A function of the file whose result extends imported options: `(req) => ({ ...authOptions, events })`. */
function extendsImportedIn(file: SourceFile, callee: Node): boolean {
  if (callee.type !== "Identifier") return false;
  const declared = bindingAt(file, callee, callee.name)?.declaration;
  const made = declared?.type === "VariableDeclarator" ? declared.init : declared;
  if (made?.type !== "ArrowFunctionExpression" && made?.type !== "FunctionExpression" && made?.type !== "FunctionDeclaration") return false;
  const results =
    made.body.type === "BlockStatement"
      ? made.body.body.flatMap((statement) => (statement.type === "ReturnStatement" ? (statement.argument ?? []) : []))
      : [made.body];
  return results.some((result) => {
    const object = unwrap(result);
    return object.type === "ObjectExpression" && extendsImported(file, object);
  });
}

/** `authOptions()` of another module: what makes the options is outside of the route already, and is given none by it. */
function isMadeElsewhere(file: SourceFile, expression: Node): boolean {
  const made = expression.type === "AwaitExpression" ? unwrap(expression.argument) : expression;
  return (
    made.type === "CallExpression" &&
    isImported(file, leftmost(made.callee as Node)) &&
    made.arguments.every((argument) => unwrap(argument).type !== "ObjectExpression")
  );
}

function hasProviders(object: Node & { type: "ObjectExpression" }): boolean {
  return object.properties.some(
    (property) => property.type !== "SpreadElement" && property.key.type === "Identifier" && property.key.name === "providers",
  );
}

function isImported(file: SourceFile, name: string | undefined): boolean {
  return (
    name !== undefined && importBindings(file).some(({ local }) => local.name === name && bindingAt(file, local, name)?.isTopLevel === true)
  );
}

function leftmost(node: Node): string | undefined {
  if (node.type === "MemberExpression") return leftmost(node.object);
  return node.type === "Identifier" ? node.name : undefined;
}

function isInFunction(file: SourceFile, node: Node): boolean {
  return [...file.ancestors(node)].some(isFunction);
}

/** Whether an expression uses a variable of a function that it stands in. */
function speaksOfLocals(file: SourceFile, expression: Node): boolean {
  const { start, end } = expression as { start: number; end: number };
  return file.nodes("Identifier").some((node) => {
    if (node.start! < start || node.start! >= end || !isReference(file, node)) return false;
    const binding = bindingAt(file, node, node.name);
    return binding !== undefined && !binding.isTopLevel && binding.scope.start! < start && binding.scope.end! > end;
  });
}

/** The first thing an object does while it is built that may differ from request to request. */
function runsWork(project: Project, file: SourceFile, object: Node): Node | undefined {
  const isInside = (node: Node) => node.start! >= object.start! && node.end! <= object.end!;
  const isEager = (node: Node) => {
    for (const ancestor of file.ancestors(node)) {
      if (ancestor === object) return true;
      if (isFunction(ancestor)) return false;
    }
    return true;
  };
  const awaited = file.nodes("AwaitExpression").find((node) => isInside(node) && isEager(node));
  if (awaited) return awaited;
  return file.nodes("CallExpression").find((call) => {
    if (!isInside(call) || !isEager(call)) return false;
    const name = leftmost(call.callee as Node);
    const imported = importBindings(file).find(({ local }) => local.name === name);
    // Providers and adapters are built by calls of what packages export; those of Next.js ask for the request.
    return (
      imported === undefined ||
      imported.source.startsWith("next/") ||
      project.resolver.resolve(imported.source, file.path).kind !== "package"
    );
  });
}

function advanced(at: Node, message: string): RouteOptions {
  return { kind: "refused", rule: "advanced-initialization", at, message };
}

function factory(at: Node, message: string): RouteOptions {
  return { kind: "refused", rule: "options-factory", at, message };
}
