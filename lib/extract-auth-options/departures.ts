import type { AuthRoute } from "../next-auth/route-handler.ts";
import type { Project } from "../project/project.ts";
import { exportsOf } from "../syntax/exports.ts";
import { importBindings, moduleReferences } from "../syntax/imports.ts";
import { topLevelStatements } from "../syntax/top-level.ts";
import type { TransformContext } from "../transform.ts";
import { ParseError } from "../workspace/parse.ts";
import type { SourceFile } from "../workspace/source-file.ts";
import { CannotFollow, follow, type Departure } from "./importers.ts";
import type { Move } from "./move.ts";
import { isRouteExport, type MovingSet } from "./moving-set.ts";
import type { RouteOptions } from "./route-options.ts";
import { importedNames, meansLostRoute } from "./route-references.ts";

/** The exports that leave the route, and where they are now. */
export function departuresOf(project: Project, { file, router }: AuthRoute, move: Move | undefined): Map<string, Departure> {
  const departing = new Map<string, Departure>();
  const going = new Set(move?.set.statements.flatMap(({ names }) => names));
  for (const entry of exportsOf(file)) {
    if (entry.exported === "*") continue;
    if (entry.kind === "local" && going.has(entry.local))
      departing.set(entry.exported, { imported: entry.local, to: { path: move!.target } });
    if (router === "pages" || isRouteExport(entry.exported) || entry.typeOnly) continue;
    const imported = entry.kind === "local" ? importBindings(file).find(({ local }) => local.name === entry.local) : undefined;
    const source = entry.kind === "re-export" ? entry.source : imported?.source;
    const name = entry.kind === "re-export" ? entry.imported : imported?.imported;
    if (source === undefined || name === undefined || name === "*") continue;
    const path = project.resolver.resolveFile(source, file.path);
    departing.set(entry.exported, { imported: name, to: path === undefined ? { module: source } : { path } });
  }
  return departing;
}

/** Names that the route never exported or no longer exports, where its options' module has them. */
export function namesElsewhere(
  project: Project,
  { file, calls }: AuthRoute,
  options: RouteOptions,
  departing: ReadonlyMap<string, Departure>,
): (name: string) => Departure | undefined {
  const exported = new Set(exportsOf(file).map((entry) => entry.exported));
  if (options.kind !== "elsewhere" || exported.has("*")) return () => undefined;
  const named = new Set(
    calls.flatMap(({ options: node }) =>
      node ? [...file.nodes("Identifier")].filter((id) => id.start! >= node.start! && id.end! <= node.end!).map((id) => id.name) : [],
    ),
  );
  const modules = importBindings(file).flatMap(({ local, source }) =>
    named.has(local.name) ? (project.resolver.resolveFile(source, file.path) ?? []) : [],
  );
  return (name) => {
    if (exported.has(name) || departing.has(name) || name === "default" || name === "*") return undefined;
    const home = modules.find((path) => exportsOf(project.workspace.source(path)!).some((entry) => entry.exported === name));
    return home === undefined ? undefined : { imported: name, to: { path: home } };
  };
}

export function reportMissing(
  project: Project,
  route: SourceFile,
  elsewhere: (name: string) => Departure | undefined,
  report: TransformContext["report"],
): void {
  const exported = new Set(["*", ...exportsOf(route).map((entry) => entry.exported)]);
  if (exportsOf(route).some((entry) => entry.exported === "*")) return;
  for (const { file, name, at } of importedNames(project, route)) {
    if (!exported.has(name) && elsewhere(name) === undefined)
      report.finding("missing-route-export", file, at, `${route.path} does not export \`${name}\`.`);
  }
}

/** Exports of an App Router route that Next.js refuses and that nobody imports: they need not be exports. */
export function droppedExports(
  project: Project,
  { file, router }: AuthRoute,
  set: MovingSet,
  departing: ReadonlyMap<string, Departure>,
  report: TransformContext["report"],
): string[] {
  if (router === "pages") return [];
  return exportsOf(file).flatMap((entry) => {
    if (entry.kind !== "local" || entry.typeOnly || isRouteExport(entry.exported) || departing.has(entry.exported)) return [];
    const declares = topLevelStatements(file).find(({ names }) => names.includes(entry.local));
    if (
      declares === undefined ||
      declares.inner.type === "TSInterfaceDeclaration" ||
      declares.inner.type === "TSTypeAliasDeclaration" ||
      set.statements.includes(declares)
    )
      return [];
    if (!isTaken(project, file, entry.exported)) return [entry.exported];
    report.finding("route-export-refused", file, entry.node, `\`${entry.exported}\` is imported by other files, so its export was kept.`);
    return [];
  });
}

function isTaken(project: Project, file: SourceFile, exported: string): boolean {
  try {
    return (
      follow(project, file, {
        names: [exported],
        of: (name) => (name === exported ? { imported: name, to: { module: "elsewhere" } } : undefined),
      }).length > 0
    );
  } catch (error) {
    if (error instanceof CannotFollow) return true;
    throw error;
  }
}

/** Names the places that import from an auth route that is not there, or a name that no route has. */
export function reportStaleImports(routes: readonly AuthRoute[], { project, report }: TransformContext): void {
  for (const file of project.naming((specifier) => specifier.includes("[..."))) {
    try {
      for (const { literal } of moduleReferences(file)) {
        if (!/(?:^|\/)api\/(?:.*\/)?\[\[?\.\.\.\w*auth\w*\]\]?(?:\/route)?(?:\.[jt]sx?)?$/i.test(literal.value)) continue;
        if (
          project.resolver.resolve(literal.value, file.path).kind === "file" ||
          routes.some((route) => meansLostRoute(project, file, literal.value, route.file))
        )
          continue;
        report.finding("unresolved-route-import", file, literal, `\`${literal.value}\` leads to no file of this app.`);
      }
    } catch (error) {
      if (!(error instanceof ParseError)) throw error;
    }
  }
}
