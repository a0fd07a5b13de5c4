import type { CallExpression, Node } from "@babel/types";
import { usesOf } from "../project/origin.ts";
import { fact, type Project } from "../project/project.ts";
import { isBelow } from "../workspace/app.ts";
import { ParseError } from "../workspace/parse.ts";
import type { SourceFile } from "../workspace/source-file.ts";

/** A call of NextAuth, and what it is given. */
export interface NextAuthCall {
  file: SourceFile;
  call: CallExpression;
  /** `NextAuth(options)` is initialized once; `NextAuth(req, res, options)` on every request (advanced initialization). */
  form: "options" | "request";
  /** The options as written, undressed: an object, a name, a call. */
  options: Node | undefined;
}

/** The file that answers `/api/auth/*`. */
export interface AuthRoute {
  file: SourceFile;
  router: "app" | "pages";
  /** NextAuth calls in the route's own file; none where the handler is imported. */
  calls: readonly NextAuthCall[];
}

const APP_ROUTE = /(?:^|\/)api\/(?:.*\/)?\[\[?\.\.\.[^\]/]+\]\]?\/route\.[cm]?[jt]sx?$/;
const PAGES_ROUTE = /^api\/(?:.*\/)?\[\[?\.\.\.[^\]/]+\]\]?(?:\/index)?\.[cm]?[jt]sx?$/;

/**
 * The app's auth routes: catch-all route handlers of the App Router and catch-all API routes of the Pages
 * Router that speak of next-auth or import a handler. In route groups and dynamic segments too.
 * https://next-auth.js.org/configuration/initialization
 */
export const authRoutes = fact((project: Project): AuthRoute[] => {
  const { appDir, pagesDir } = project.app;
  return project.files.flatMap((path): AuthRoute[] => {
    const router =
      appDir !== undefined && isBelow(path, appDir) && APP_ROUTE.test(path)
        ? "app"
        : pagesDir !== undefined && isBelow(path, pagesDir) && PAGES_ROUTE.test(path.slice(pagesDir.length + 1))
          ? "pages"
          : undefined;
    const file = router && project.workspace.source(path);
    if (!router || !file) return [];
    const calls = nextAuthCalls(project, file);
    return calls.length > 0 || /nextauth|next-auth/i.test(path + file.text) ? [{ file, router, calls }] : [];
  });
});

/** The calls of `NextAuth` in a file, by whatever name it is imported. None where the file does not parse. */
export function nextAuthCalls(project: Project, file: SourceFile): NextAuthCall[] {
  if (!file.text.includes("next-auth")) return [];
  try {
    const modules = ["next-auth", "next-auth/next"];
    const uses = usesOf(project, file, modules, "default").map(({ node }): Node => node);
    return [...uses, ...defaultOfRequire(project, file, modules)].flatMap((use): NextAuthCall[] => {
      const call = file.parent(use);
      if (call?.type !== "CallExpression" || call.callee !== use) return [];
      const form = call.arguments.length >= 2 ? "request" : "options";
      return [{ file, call, form, options: call.arguments[form === "request" ? 2 : 0] ?? undefined }];
    });
  } catch (error) {
    if (error instanceof ParseError) return [];
    throw error;
  }
}

/** `const NextAuth = require("next-auth")`, called as it is. */
function defaultOfRequire(project: Project, file: SourceFile, modules: readonly string[]): Node[] {
  return usesOf(project, file, modules, "*").flatMap(({ node, binding }) => (binding.kind === "require" ? [node] : []));
}
