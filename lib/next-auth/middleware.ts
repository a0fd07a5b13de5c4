import type { Node } from "@babel/types";
import { originOfBinding, originOfExport, usesOf } from "../project/origin.ts";
import { fact, type Project } from "../project/project.ts";
import { exportsOf } from "../syntax/exports.ts";
import { topLevelVariable, unwrap } from "../syntax/expressions.ts";
import { importBindings } from "../syntax/imports.ts";
import { joinPath, parentOf } from "../workspace/app.ts";
import { ParseError } from "../workspace/parse.ts";
import type { SourceFile } from "../workspace/source-file.ts";
import { installedVersion } from "./installed-version.ts";
import { matches } from "./matcher.ts";
import { middlewareConfigOf, type MiddlewareConfig } from "./middleware-config.ts";
import { routingOf, pageExtensionsOf } from "./next-config.ts";
import { dependencyRange } from "./version.ts";

/** The middleware that Next.js runs. */
export interface Middleware {
  file: SourceFile;
  convention: "middleware" | "proxy";
  /** The export that Next.js calls; undefined where there is none and the build fails. */
  handler: string | undefined;
  /**
   * `re-export`: next-auth's own, as it is. `withAuth`: next-auth's own around a function or with options.
   * `package`: what a package's function returns (`createMiddleware()` of next-intl). `own`: everything else.
   */
  kind: "re-export" | "withAuth" | "package" | "own";
  config: MiddlewareConfig;
}

export interface IgnoredMiddleware {
  file: SourceFile;
  /** `place`: not beside app/ or pages/. `name`: proxy.* before Next.js 16. `both`: with both files the build stops. */
  why: "place" | "name" | "both";
  /** Where Next.js would look for it. */
  expected: string;
}

/** https://nextjs.org/docs/app/api-reference/file-conventions/proxy */
export const PROXY_SINCE = 16;

/** The major version of Next.js; a range without a number (`latest`) is the newest. */
export const nextMajor = fact((project: Project): number | undefined => {
  return installedVersion(project, "next")?.major || (dependencyRange(project, "next") === undefined ? undefined : PROXY_SINCE);
});

/** The middleware of an app (`running` only where its file parses), and the files that look like one but that Next.js ignores. */
export const middlewareOf = fact(
  (project: Project): { running: Middleware | undefined; file: SourceFile | undefined; ignored: IgnoredMiddleware[] } => {
    const { sourceDir, dir, appDir, pagesDir } = project.app;
    const major = nextMajor(project);
    const hasProxy = major === undefined || major >= PROXY_SINCE;
    const found = (folder: string, name: string) =>
      pageExtensionsOf(project).flatMap((extension) => project.workspace.source(joinPath(folder, `${name}.${extension}`)) ?? []);
    const [middleware] = found(sourceDir, "middleware");
    const [proxy] = found(sourceDir, "proxy");
    const ignored: IgnoredMiddleware[] = [];
    if (proxy && !hasProxy && isMiddlewareLike(proxy, "proxy"))
      ignored.push({
        file: proxy,
        why: "name",
        expected: joinPath(sourceDir, proxy.path.slice(parentOf(proxy.path).length).replace(/^\/?proxy/, "middleware")),
      });
    if (proxy && middleware && hasProxy) ignored.push({ file: middleware, why: "both", expected: proxy.path });
    for (const folder of new Set([dir, joinPath(dir, "src"), appDir, pagesDir])) {
      if (folder === undefined || folder === sourceDir) continue;
      for (const name of hasProxy ? (["middleware", "proxy"] as const) : (["middleware"] as const)) {
        const [file] = found(folder, name);
        if (file && isMiddlewareLike(file, name))
          ignored.push({ file, why: "place", expected: joinPath(sourceDir, file.path.slice(file.path.lastIndexOf("/") + 1)) });
      }
    }
    const file = hasProxy && proxy ? proxy : middleware;
    return { running: file && describe(project, file, file === proxy ? "proxy" : "middleware"), file, ignored };
  },
);

/**
 * Whether a middleware may run for a path; undefined where its matcher is not known.
 *
 * @param path as a browser asks for it, without the app's base path
 */
export function runsFor(project: Project, { config }: Pick<Middleware, "config">, path: string): boolean | undefined {
  if (config.kind === "unreadable" || config.kind === "invalid") return undefined;
  return matches(config.kind === "literal" ? config.entries : undefined, path, routingOf(project));
}

function describe(project: Project, file: SourceFile, convention: "middleware" | "proxy"): Middleware | undefined {
  try {
    const names = exportsOf(file)
      .filter(({ typeOnly }) => !typeOnly)
      .map(({ exported }) => exported);
    const handler = [convention, "default"].find((name) => names.includes(name));
    return {
      file,
      convention,
      handler,
      kind: handler === undefined ? "own" : kindOf(project, file, handler),
      config: middlewareConfigOf(file),
    };
  } catch (error) {
    if (error instanceof ParseError) return undefined; // reported where it is edited
    throw error;
  }
}

function kindOf(project: Project, file: SourceFile, handler: string): Middleware["kind"] {
  const origin = originOfExport(project, file, handler);
  if (origin.kind === "package") return origin.module === "next-auth/middleware" ? "re-export" : "package";
  if (origin.kind !== "declaration") return "own";
  const { file: home, export: exported } = origin;
  const declared: Node | null | undefined =
    exported.kind === "expression" ? exported.expression : topLevelVariable(home, exported.local)?.init;
  const value = declared && unwrap(declared);
  if (value?.type !== "CallExpression") return "own";
  const isWithAuth = ["default", "withAuth"].some((name) =>
    usesOf(project, home, ["next-auth/middleware"], name).some(({ node }) => node === value.callee),
  );
  if (isWithAuth) return "withAuth";
  const imported = importBindings(home).find(({ local }) => value.callee.type === "Identifier" && local.name === value.callee.name);
  return imported && originOfBinding(project, home, imported).kind === "package" ? "package" : "own";
}

/** A file called so may be about something else: a middleware speaks of next/server or next-auth and exports what Next.js calls. */
function isMiddlewareLike(file: SourceFile, name: string): boolean {
  if (!/["'](?:next\/server|next-auth\/|next-intl\/middleware)/.test(file.text)) return false;
  try {
    return exportsOf(file).some(({ exported }) => exported === name || exported === "default");
  } catch (error) {
    if (error instanceof ParseError) return false;
    throw error;
  }
}
