import type { Node } from "@babel/types";
import type { AuthRoute } from "../next-auth/route-handler.ts";
import type { Project } from "../project/project.ts";
import { exportsOf } from "../syntax/exports.ts";
import { topLevelStatements } from "../syntax/top-level.ts";
import type { FileWrite, TransformContext } from "../transform.ts";
import type { SourceFile } from "../workspace/source-file.ts";
import { findAuthFile, type AuthFile } from "./auth-file.ts";
import { editRoute, editTarget, nameHandlers, withdrawExports } from "./edits.ts";
import { departuresOf, droppedExports, namesElsewhere, reportMissing } from "./departures.ts";
import { CannotFollow, follow, type Following } from "./importers.ts";
import { describeMove, newFileText, type Move } from "./move.ts";
import { movingSet, type MovingSet } from "./moving-set.ts";
import { extendsOthers, optionsOf, type Refusal, type RouteOptions } from "./route-options.ts";
import { findOtherConfiguration } from "./second-configuration.ts";

/** All that one route's move changes; accepted or refused as a whole. */
export interface RoutePlan {
  choice: string;
  edits: readonly (Following & { reason: string })[];
  write: FileWrite | undefined;
}

/**
 * Plans the move of one route's options, or reports why nothing of it is touched.
 *
 * @param routes the app's auth routes; only the first configuration among them moves
 */
export function planRoute(route: AuthRoute, routes: readonly AuthRoute[], { project, report }: TransformContext): RoutePlan | undefined {
  const { file } = route;
  const refuse = ({ rule, at, message }: Refusal): undefined => void report.finding(rule, file, at, message);
  let options = optionsOf(project, route);
  if (options.kind !== "elsewhere") {
    const second = secondConfiguration(project, route, routes, options);
    // Where the app passes on what the route only adds to, the options have their place.
    if (second && extendsOthers(file, options)) options = { kind: "elsewhere" };
    else if (second) return refuse(second);
  }
  if (options.kind === "refused") return refuse(options);
  const set = movingSet(route, options);
  if ("kind" in set) return refuse(set);
  try {
    return planMove(project, route, options, set, report);
  } catch (error) {
    if (!(error instanceof CannotFollow)) throw error;
    report.finding("route-importer-not-movable", error.file, error.at, error.message);
    return undefined;
  }
}

/** Says which other options object the app has, where it has one. */
function secondConfiguration(project: Project, route: AuthRoute, routes: readonly AuthRoute[], options: RouteOptions): Refusal | undefined {
  const declares =
    options.kind === "declared" ? topLevelStatements(route.file).find(({ names }) => names.includes(options.name))?.node : undefined;
  const at = declares ?? (options.kind === "refused" ? options.at : route.calls[0]!.call);
  const earlier = routes.slice(0, routes.indexOf(route)).find((other) => optionsOf(project, other).kind !== "elsewhere");
  const other = earlier?.file ?? (options.kind === "refused" ? undefined : findOtherConfiguration(project, route.file, routes));
  return (
    other && {
      rule: "second-configuration",
      at,
      message: `This app has another options object, in ${other.path}, so the one here was not moved.`,
    }
  );
}

function planMove(
  project: Project,
  route: AuthRoute,
  options: RouteOptions,
  set: MovingSet,
  report: TransformContext["report"],
): RoutePlan | undefined {
  const { file } = route;
  const isMove = set.inline !== undefined || set.statements.length > 0;
  const names = set.statements.flatMap((statement) => statement.names);
  const hasJsx = (["JSXElement", "JSXFragment"] as const).some((type) => file.nodes(type).length > 0);
  const arrival = { route: file, names: set.inline ? [...names, "authOptions"] : names, imports: set.imports };
  const home = isMove ? findAuthFile(project, arrival, hasJsx) : undefined;
  if (isMove && home === undefined) {
    report.finding(
      "auth-file-taken",
      file,
      undefined,
      "The options could not be moved: names in lib/auth and in auth-options beside it collide with theirs.",
    );
    return undefined;
  }
  const move = home && describeMove(project, route, options, set, home.path);
  const departing = departuresOf(project, route, move);
  const elsewhere = namesElsewhere(project, route, options, departing);
  const followings = follow(
    project,
    file,
    { names: [...departing.keys()], of: (name) => departing.get(name) ?? elsewhere(name) },
    home?.path,
  );
  reportMissing(project, file, elsewhere, report);
  if (move && followings.length > 0)
    for (const statement of sideEffectsThatStay(file, set))
      report.finding(
        "route-side-effect-stays",
        file,
        statement,
        "Files that import the options ran this as well; from now on only the route does.",
      );
  const withdrawn = [...departing.keys(), ...droppedExports(project, route, set, departing, report)];
  const reason = home
    ? `Keep the NextAuth options in ${home.path}, where every file can import them`
    : "Export from a route only what Next.js allows there";
  const edits = followings.map((following) => ({ ...following, reason: `Import what left the auth route from where it is now` }));
  const isOurs = (change: Parameters<Following["apply"]>[0], style: Parameters<Following["apply"]>[1]) => {
    if (move) editRoute(project, move, change);
    withdrawExports(
      file,
      withdrawn.filter((name) => !isMoved(file, name, names)),
      change,
    );
    if (hasOnlyDefault(route)) nameHandlers(file, style, change);
  };
  if (move || withdrawn.length > 0 || hasOnlyDefault(route)) edits.unshift({ file, apply: isOurs, reason });
  if (home?.existing && !isEmpty(home.existing))
    edits.push({ file: home.existing, apply: (change) => editTarget(project, move!, home.existing!, change), reason });
  if (edits.length === 0) {
    if (options.kind === "elsewhere" && route.calls.length > 0) report.alreadyRight(file.path);
    return undefined;
  }
  return { choice: `extract-auth-options:${file.path}`, edits, write: move && writeOf(home!, move, reason) };
}

const HARMLESS = /^(?:import\s*["'](?:server-only|client-only)["']|console\b|["'])/;

/** What a file does when it is loaded, and not by declaring something: `import "./polyfill"`, `BigInt.prototype.toJSON = …` */
function sideEffectsThatStay(file: SourceFile, set: MovingSet): Node[] {
  return file.ast.program.body.filter(
    (statement) =>
      (statement.type === "ExpressionStatement" || (statement.type === "ImportDeclaration" && statement.specifiers.length === 0)) &&
      !set.statements.some(({ node }) => node === statement) &&
      !HARMLESS.test(file.slice(statement)),
  );
}

/** A declaration that goes takes its `export` with it. */
function isMoved(file: SourceFile, exported: string, names: readonly string[]): boolean {
  return exportsOf(file).some(
    (entry) =>
      entry.exported === exported && entry.kind === "local" && names.includes(entry.local) && entry.node.type === "ExportNamedDeclaration",
  );
}

function isEmpty(file: SourceFile): boolean {
  return file.ast.program.body.length === 0;
}

function writeOf(home: AuthFile, move: Move, reason: string): FileWrite | undefined {
  if (home.existing && !isEmpty(home.existing)) return undefined;
  const before = home.existing?.text.trim() ?? "";
  return {
    path: home.path,
    content: before === "" ? newFileText(move) : `${before}\n\n${newFileText(move)}`,
    reason,
    format: "configured",
  };
}

/** `export default NextAuth(…)` in the App Router, which asks for a function per HTTP method. */
function hasOnlyDefault({ file, router, calls }: AuthRoute): boolean {
  const exported = exportsOf(file).map((entry) => entry.exported);
  if (router !== "app" || exported.some((name) => /^(?:GET|POST|\*)$/.test(name)) || !exported.includes("default")) return false;
  const [node] = file.nodes("ExportDefaultDeclaration");
  if (node === undefined) return false;
  const value = node.declaration;
  if (value.type === "CallExpression") return calls.some(({ call }) => call === value);
  return (
    value.type === "Identifier" &&
    calls.some(({ call }) => {
      const parent = file.parent(call);
      return parent?.type === "VariableDeclarator" && parent.id.type === "Identifier" && parent.id.name === value.name;
    })
  );
}
