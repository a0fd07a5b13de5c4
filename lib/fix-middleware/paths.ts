import { authRoutes } from "../next-auth/route-handler.ts";
import { fact, type Project } from "../project/project.ts";
import { isBelow, joinPath } from "../workspace/app.ts";

/** Paths that have to reach Next.js or next-auth themselves, with one of each kind of request below them. */
export interface OpenPath {
  /** As a matcher's negative lookahead names it: `api/auth`. */
  name: string;
  /** Requests that a browser makes below it. */
  samples: readonly string[];
}

const AUTH_ACTIONS = ["session", "csrf", "providers", "signin", "signout", "callback/credentials", "_log", "error"];

/** What Next.js serves itself, and a page needs to become alive. */
const STATIC_PATHS: readonly OpenPath[] = [
  { name: "_next/static", samples: ["/_next/static/chunks/main.js", "/_next/static/css/app.css"] },
  { name: "_next/image", samples: ["/_next/image"] },
  { name: "favicon.ico", samples: ["/favicon.ico"] },
];

/** The paths that a middleware has to let through. Without next-auth's where only a rewrite leads there (`app/[locale]/api/auth`). */
export const openPaths = fact((project: Project): readonly OpenPath[] => {
  const name = authPathName(project);
  return name === undefined ? STATIC_PATHS : [{ name, samples: AUTH_ACTIONS.map((action) => `/${name}/${action}`) }, ...STATIC_PATHS];
});

/** Where next-auth answers: `api/auth`; undefined where its route stands below a dynamic segment. */
export function authPathName(project: Project): string | undefined {
  const routes = authRoutes(project);
  if (routes.length === 0) return "api/auth";
  const names = routes.flatMap(({ file, router }) => {
    const folder = router === "app" ? project.app.appDir! : project.app.pagesDir!;
    const segments = segmentsOf(file.path.slice(folder.length + 1).replace(/\/?\[\[?\.\.\..*$/, ""));
    return segments.some(isDynamic) ? [] : [segments.join("/")];
  });
  return names.includes("api/auth") ? "api/auth" : names[0];
}

export function isOpenPath(path: string, open: readonly OpenPath[]): boolean {
  return open.some(({ name }) => path === `/${name}` || path.startsWith(`/${name}/`));
}

/** A path for every page, route and public file of the app: what a matcher must go on guarding, or not. */
export const knownPaths = fact((project: Project): readonly string[] => {
  const { appDir, pagesDir, dir } = project.app;
  const publicDir = joinPath(dir, "public");
  const paths = project.files.flatMap((path) => {
    if (isBelow(path, publicDir)) return [path.slice(publicDir.length)];
    const inApp = appDir !== undefined && isBelow(path, appDir) && /^(.*?)\/?(?:page|route)\.\w+$/.exec(path.slice(appDir.length + 1));
    if (inApp) return [toPath(inApp[1]!)];
    const inPages = pagesDir !== undefined && isBelow(path, pagesDir) && /^(.*?)\/?(?:index)?\.\w+$/.exec(path.slice(pagesDir.length + 1));
    return inPages && !/^_/.test(inPages[1]!) ? [toPath(inPages[1]!)] : [];
  });
  return [...new Set(["/", "/some-page", "/some/nested/page", "/api", "/api/some-route", ...paths])];
});

function toPath(folder: string): string {
  return `/${segmentsOf(folder)
    .map((segment) => (isDynamic(segment) ? "sample" : segment))
    .join("/")}`;
}

/** Route groups and parallel slots are no part of a path. */
function segmentsOf(folder: string): string[] {
  return folder.split("/").filter((segment) => segment !== "" && !/^\(.*\)$|^@/.test(segment));
}

function isDynamic(segment: string): boolean {
  return segment.startsWith("[");
}
