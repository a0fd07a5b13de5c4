import type { Node } from "@babel/types";
import type { AuthRoute } from "../next-auth/route-handler.ts";
import { exportsOf } from "../syntax/exports.ts";
import { importBindings, type ImportBinding } from "../syntax/imports.ts";
import { topLevelStatements, topLevelUses, type TopLevelStatement } from "../syntax/top-level.ts";
import type { SourceFile } from "../workspace/source-file.ts";
import type { Refusal, RouteOptions } from "./route-options.ts";
import { findUnmovable } from "./unmovable.ts";

/** What leaves a route file, and what both sides need of it. */
export interface MovingSet {
  /** The statements that go, in source order. */
  statements: readonly TopLevelStatement[];
  /** `require` declarations that both sides need: they stay, and are written in the new file too. */
  copied: readonly TopLevelStatement[];
  /** The options written inline, which become a constant. */
  inline: Node | undefined;
  /** Names that go and that the route still speaks of. */
  usedByRoute: ReadonlySet<string>;
  /** Imports that what goes needs. */
  imports: readonly ImportBinding[];
  /** Imports that nothing in the route needs once it is gone. */
  importsThatGo: readonly ImportBinding[];
}

/** Names of exports that Next.js reads from a route handler; any other one is refused by its build. */
const ROUTE_EXPORTS = new Set([
  "GET",
  "POST",
  "PUT",
  "PATCH",
  "DELETE",
  "HEAD",
  "OPTIONS",
  "dynamic",
  "dynamicParams",
  "revalidate",
  "fetchCache",
  "runtime",
  "preferredRegion",
  "maxDuration",
  "generateStaticParams",
  "config",
  "default",
]);

export function isRouteExport(name: string): boolean {
  return ROUTE_EXPORTS.has(name);
}

/**
 * What has to go with the options: the transitive closure of the top-level declarations they need, the
 * statements that work on those, and the type augmentations of next-auth. With them go exported helpers that
 * Next.js would refuse in a route and that do not need the handler.
 */
export function movingSet(
  route: AuthRoute,
  options: RouteOptions & { kind: "inline" | "declared" | "elsewhere" },
): MovingSet | ({ kind: "refused" } & Refusal) {
  const { file } = route;
  const all = topLevelStatements(file);
  const inline = options.kind === "inline" ? options.call.options : undefined;
  const going = new Set<TopLevelStatement>();
  const isInside = (node: Node, outer: Node) => node.start! >= outer.start! && node.end! <= outer.end!;
  const ownerOf = (node: Node) => all.find((statement) => isInside(node, statement.node));
  const declaring = (name: string) => all.filter((statement) => statement.names.includes(name));
  const handlers = new Set(route.calls.flatMap(({ call }) => ownerOf(call) ?? []));
  const usesIn = (node: Node) => topLevelUses(file).filter((use) => isInside(use.node, node));
  const add = (statement: TopLevelStatement) => {
    if (going.has(statement)) return;
    going.add(statement);
    for (const { name } of usesIn(statement.inner)) declaring(name).forEach(add);
  };

  if (inline) for (const { name } of usesIn(inline)) declaring(name).forEach(add);
  if (options.kind === "declared") declaring(options.name).forEach(add);
  if (route.router === "app") {
    const answers = new Set(
      exportsOf(file).flatMap((entry) => (entry.kind === "local" && isRouteExport(entry.exported) ? [entry.local] : [])),
    );
    const isAnswer = ({ names }: TopLevelStatement) => names.some((name) => answers.has(name));
    for (const statement of exportedHelpers(file, all)) if (!isAnswer(statement) && !reaches(statement, handlers)) add(statement);
  }
  for (let before = -1; before !== going.size;) {
    before = going.size;
    for (const statement of all)
      if (!going.has(statement) && !handlers.has(statement) && goesAlong(file, statement, going, inline, all)) add(statement);
  }

  const requires = [...going].filter((statement) => isRequire(statement.inner));
  const isGone = (node: Node) =>
    (inline !== undefined && isInside(node, inline)) || [...going].some((statement) => isInside(node, statement.node));
  const staying = topLevelUses(file).filter(({ node }) => !isGone(node) && file.parent(node)?.type !== "ExportSpecifier");
  const stayingNames = new Set(staying.map(({ name }) => name));
  const copied = requires.filter((statement) => statement.names.some((name) => stayingNames.has(name)));
  for (const statement of copied) going.delete(statement);

  const statements = all.filter((statement) => going.has(statement));
  const refusal = findUnmovable(file, statements, handlers, isGone);
  if (refusal) return { kind: "refused", ...refusal };
  const gone = new Set(topLevelUses(file).flatMap(({ name, node }) => (isGone(node) ? [name] : [])));
  const imports = importBindings(file).filter((binding) => binding.specifier && gone.has(binding.local.name));
  const exported = new Set(exportsOf(file).flatMap((entry) => (entry.kind === "local" ? [entry.local] : [])));
  return {
    statements,
    copied,
    inline,
    usedByRoute: new Set(statements.flatMap(({ names }) => names.filter((name) => stayingNames.has(name)))),
    imports,
    importsThatGo: imports.filter(({ local }) => !stayingNames.has(local.name) && !exported.has(local.name)),
  };

  function reaches(from: TopLevelStatement, targets: ReadonlySet<TopLevelStatement>, seen = new Set<TopLevelStatement>()): boolean {
    if (targets.has(from)) return true;
    if (seen.has(from)) return false;
    seen.add(from);
    return usesIn(from.inner).some(({ name }) => declaring(name).some((next) => reaches(next, targets, seen)));
  }
}

/** Declarations exported under a name that a route must not export. */
function exportedHelpers(file: SourceFile, all: readonly TopLevelStatement[]): TopLevelStatement[] {
  const locals = exportsOf(file).flatMap((entry) =>
    entry.kind === "local" && !entry.typeOnly && !isRouteExport(entry.exported) ? [entry.local] : [],
  );
  return all.filter(
    ({ inner, names }) =>
      inner.type !== "TSInterfaceDeclaration" && inner.type !== "TSTypeAliasDeclaration" && names.some((name) => locals.includes(name)),
  );
}

/** Whether a statement that nothing refers to belongs to what goes. */
function goesAlong(
  file: SourceFile,
  { node, inner }: TopLevelStatement,
  going: ReadonlySet<TopLevelStatement>,
  inline: Node | undefined,
  all: readonly TopLevelStatement[],
): boolean {
  if (going.size === 0 && inline === undefined) return false;
  if (inner.type === "TSModuleDeclaration" && inner.id.type === "StringLiteral") return /^(?:next-auth|@auth\/)/.test(inner.id.value);
  const speaksOf = (names: readonly string[]) =>
    topLevelUses(file).some((use) => use.node.start! >= node.start! && use.node.end! <= node.end! && names.includes(use.name));
  const goingNames = [...going].flatMap(({ names }) => names);
  if (inner.type === "TSModuleDeclaration" && /^declare\s+global\b/.test(file.slice(inner))) {
    const moved = [...[...going].map((statement) => statement.node), ...(inline ? [inline] : [])]
      .map((part) => file.slice(part))
      .join("\n");
    return /\bglobal(?:This)?\b/.test(moved);
  }
  if (isGuard(file, node)) return speaksOf(goingNames);
  if (node.type !== "ExpressionStatement" || isConsole(file, node)) return false;
  if (speaksOf(goingNames)) return true;
  // A call made before the options are built has to be made before them in their new file as well.
  const last = Math.max(inline?.start ?? 0, ...[...going].map((statement) => statement.node.start!));
  const stays = all.filter((statement) => !going.has(statement)).flatMap(({ names }) => names);
  return node.start! < last && speaksOf(importBindings(file).map(({ local }) => local.name)) && !speaksOf(stays);
}

/**
 * `if (!id) throw new Error(…)`, `if (id) providers.push(…)`, `if (isDevelopment) globalThis.db = db`: statements
 * that choose no variable's value, so that they do in the new file what they did in the old one.
 */
function isGuard(file: SourceFile, node: Node): boolean {
  if (node.type !== "IfStatement" || node.alternate) return false;
  const body = node.consequent.type === "BlockStatement" ? node.consequent.body : [node.consequent];
  return body.every((statement) => {
    if (statement.type === "ThrowStatement") return true;
    if (statement.type !== "ExpressionStatement" || isConsole(file, statement)) return false;
    const { expression } = statement;
    return (
      expression.type === "CallExpression" || (expression.type === "AssignmentExpression" && expression.left.type === "MemberExpression")
    );
  });
}

function isConsole(file: SourceFile, node: Node): boolean {
  return /^console\b/.test(file.slice(node));
}

export function isRequire(node: Node): boolean {
  if (node.type === "TSImportEqualsDeclaration") return true;
  return (
    node.type === "VariableDeclaration" &&
    node.declarations.every(
      ({ init }) => init?.type === "CallExpression" && init.callee.type === "Identifier" && init.callee.name === "require",
    )
  );
}
