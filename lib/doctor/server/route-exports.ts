import { posix } from "node:path";
import { buildChecks } from "../../next-auth/build-checks.ts";
import { installedVersion } from "../../next-auth/installed-version.ts";
import { optionsValue } from "../../next-auth/options-value.ts";
import { authRoutes, type AuthRoute } from "../../next-auth/route-handler.ts";
import { importersOf } from "../../project/importers.ts";
import { filesThatUse } from "../../project/module-graph.ts";
import type { Project } from "../../project/project.ts";
import { exportsOf } from "../../syntax/exports.ts";
import { joinPath } from "../../workspace/app.ts";
import { defineCause } from "../cause.ts";

const ROUTE_DOCS = "https://next-auth.js.org/configuration/initialization#route-handlers-app";
/** What the type check of Next.js 13.4 to 15 lets a route export (packages/next/src/build/webpack/plugins/next-types-plugin). */
const ALLOWED =
  /^(?:GET|HEAD|OPTIONS|POST|PUT|DELETE|PATCH|config|generateStaticParams|revalidate|dynamic|dynamicParams|fetchCache|preferredRegion|runtime|maxDuration)$/;

export const routeExtraExport = defineCause({
  name: "route-extra-export",
  severity: "warning",
  summary: "The auth route exports something that Next.js does not allow there.",
  why: 'A route may export HTTP methods and segment configuration only. On Next.js 13.4 to 15 the type check of `next build` refuses anything else ("authOptions" is not a valid Route export field), so the app cannot be deployed and the old one goes on running. Builds with Turbopack, projects without TypeScript, and Next.js 16 don\'t check it.',
  help: "Move the options to a file of their own, such as lib/auth.ts, and import them in the route.",
  docs: "https://nextjs.org/docs/app/api-reference/file-conventions/route",
  example: {
    broken:
      "// app/api/auth/[...nextauth]/route.ts\nexport const authOptions: NextAuthOptions = { providers: [] };\nconst handler = NextAuth(authOptions);\nexport { handler as GET, handler as POST };",
    repaired:
      '// app/api/auth/[...nextauth]/route.ts\nimport { authOptions } from "@/lib/auth";\n\nconst handler = NextAuth(authOptions);\nexport { handler as GET, handler as POST };',
  },
  repairedBy: "extract-auth-options",
  look(project, found) {
    for (const { file } of appRoutes(project)) {
      for (const { exported, typeOnly, node } of exportsOf(file)) {
        if (typeOnly || exported === "*" || exported === "default" || ALLOWED.test(exported) || isType(node)) continue;
        const checks = buildChecks(project, file);
        if (checks)
          found(
            file,
            node,
            `The route exports ${exported}. On Next.js ${installedVersion(project, "next")?.major} the build stops there: "${exported}" is not a valid Route export field.`,
            { severity: "error" },
          );
        else
          found(
            file,
            node,
            `The route exports ${exported}. Next.js allows HTTP methods and segment configuration only; this project's build ${checks === false ? "does" : "may"} not check it, others do.`,
            { severity: checks === false ? "info" : "warning" },
          );
      }
    }
  },
});

function isType(node: { type: string; declaration?: unknown }): boolean {
  const declaration = node.declaration as { type?: string } | null | undefined;
  return (
    declaration?.type === "TSInterfaceDeclaration" ||
    declaration?.type === "TSTypeAliasDeclaration" ||
    declaration?.type === "TSModuleDeclaration"
  );
}

/** The App Router's auth routes that parse. */
function appRoutes(project: Project): AuthRoute[] {
  return authRoutes(project).filter(({ router, file }) => router === "app" && file.parses);
}

export const optionsImportedFromRoute = defineCause({
  name: "options-imported-from-route",
  severity: "warning",
  summary: "Other files import the options from the auth route.",
  why: "For that the route has to export them, which Next.js 13.4 to 15 refuses when it builds. Importing the route runs its handler's code in whatever imports it, too. From the Pages Router's `[...nextauth]` it works, and ties every page to the API route.",
  help: "Move the options to a file of their own, and import them from there.",
  docs: ROUTE_DOCS,
  example: {
    broken: 'import { authOptions } from "@/app/api/auth/[...nextauth]/route";',
    repaired: 'import { authOptions } from "@/lib/auth";',
  },
  repairedBy: "extract-auth-options",
  look(project, found) {
    for (const route of authRoutes(project)) {
      if (!route.file.parses) continue;
      const users = filesThatUse(project, route.file.path);
      const [first, ...others] = users;
      if (first === undefined) continue;
      const reference = importersOf(project, route.file.path).find(({ file }) => file === first)?.references[0];
      const many =
        others.length === 0
          ? "This file imports"
          : `This file and ${others.length} more (${others
              .slice(0, 3)
              .map(({ path }) => path)
              .join(", ")}${others.length > 3 ? ", …" : ""}) import`;
      found(
        first,
        reference?.literal,
        `${many} from the auth route ${route.file.path}.`,
        route.router === "pages" || buildChecks(project, route.file) === false ? { severity: "info" } : {},
      );
    }
  },
});

export const routeMissingHandlers = defineCause({
  name: "route-missing-handlers",
  severity: "error",
  summary: "The auth route does not export both GET and POST.",
  why: "A route of the App Router answers the methods that it exports and no others. Without GET `/api/auth/session` is answered with 405, so useSession never finds a session; without POST nobody can sign in or out. A default export, as in the Pages Router, is not called.",
  help: "Export the handler under both names: `export { handler as GET, handler as POST }`.",
  docs: ROUTE_DOCS,
  example: {
    broken: "// app/api/auth/[...nextauth]/route.ts\nexport default NextAuth(authOptions);",
    repaired: "// app/api/auth/[...nextauth]/route.ts\nconst handler = NextAuth(authOptions);\nexport { handler as GET, handler as POST };",
  },
  look(project, found) {
    for (const { file, calls } of appRoutes(project)) {
      const names = exportsOf(file)
        .filter(({ typeOnly }) => !typeOnly)
        .map(({ exported }) => exported);
      // Where a file answers something else besides, or hands everything on, its exports say nothing.
      if (names.includes("*") || (calls.length === 0 && !isAuthPath(file.path)) || file.ast.program.body.length === 0) continue;
      const missing = ["GET", "POST"].filter((method) => !names.includes(method));
      if (missing.length === 0) continue;
      const at = exportsOf(file).find(({ exported }) => exported === "default")?.node ?? calls[0]?.call ?? 0;
      const effect = missing.includes("GET")
        ? "/api/auth/session is answered with 405, and no session is ever found in the browser"
        : "signing in and out is answered with 405";
      found(
        file,
        at,
        `The route exports no ${missing.join(" and no ")}${names.includes("default") ? " (a default export is not called in the App Router)" : ""}: ${effect}.`,
      );
    }
  },
});

function isAuthPath(path: string): boolean {
  return /(?:^|\/)app\/(?:.*\/)?api\/auth\/\[\.\.\.nextauth\]\/route\.\w+$/.test(path);
}

export const routeEdgeRuntime = defineCause({
  name: "route-edge-runtime",
  severity: "warning",
  summary: "The auth route is set to the edge runtime.",
  why: "NextAuth.js v4 runs on Node.js: it and the libraries it uses (openid-client, adapters, bcrypt) need Node.js modules that the edge runtime does not have. Requests to `/api/auth` fail there, by an error of the build or of the first request.",
  help: 'Remove the setting, or set runtime = "nodejs".',
  docs: "https://nextjs.org/docs/app/api-reference/edge",
  example: { broken: 'export const runtime = "edge";', repaired: 'export const runtime = "nodejs";' },
  look(project, found) {
    for (const { file, calls } of appRoutes(project)) {
      const own = calls.length > 0 || isAuthPath(file.path) ? exportsOf(file).find(({ exported }) => exported === "runtime") : undefined;
      if (own && /\bruntime\s*=\s*["'](?:experimental-)?edge["']/.test(file.slice(own.node)))
        found(file, own.node, "NextAuth.js v4 needs Node.js, and this route asks for the edge runtime.");
    }
  },
});

export const routeWrongPath = defineCause({
  name: "route-wrong-path",
  severity: "error",
  summary: "The auth route stands where NextAuth.js or Next.js does not look.",
  why: "NextAuth.js reads which action is asked for from the parameter called `nextauth`, so the folder or file has to be `[...nextauth]`, in these letters: with another name, or without the dots, every request to it fails. Next.js serves `route.*` in a folder of `app/`, and files in `pages/api/`; a handler anywhere else is never called. Below another path than `/api/auth`, NEXTAUTH_URL and SessionProvider's basePath have to say so.",
  help: "Move the file to app/api/auth/[...nextauth]/route.ts, or to pages/api/auth/[...nextauth].ts.",
  docs: ROUTE_DOCS,
  example: { broken: "app/api/auth/[...nextAuth]/route.ts", repaired: "app/api/auth/[...nextauth]/route.ts" },
  look(project, found) {
    for (const { file, calls, router } of authRoutes(project)) {
      const [call] = calls;
      if (call?.form !== "options" || !file.parses) continue;
      const folder = router === "app" ? file.path.replace(/\/route\.\w+$/, "") : file.path.replace(/(?:\/index)?\.\w+$/, "");
      const parameter = /\[?\[\.\.\.(\w+)\]\]?$/.exec(folder)?.[1];
      if (parameter !== undefined && parameter !== "nextauth")
        found(
          file,
          call.call,
          `The folder or file is called [...${parameter}], and NextAuth.js reads the action from a parameter called nextauth only: every request to it fails.`,
        );
      else if (!/\/api\/auth\/[^/]+$/.test(urlPath(folder)))
        found(
          file,
          call.call,
          "This handler is not at /api/auth. NEXTAUTH_URL has to name its path, and SessionProvider has to get it as basePath; else the browser asks at /api/auth and finds nothing.",
          { severity: "warning" },
        );
    }
    if (authRoutes(project).length > 0) return;
    for (const { path, why } of strayHandlers(project)) found(path.file, path.at, why);
  },
});

/** Without route groups, whose folders are no part of a path. */
function urlPath(folder: string): string {
  return folder
    .split("/")
    .filter((part) => !/^\(.*\)$/.test(part))
    .join("/");
}

/** Handlers in an app without an auth route that stand almost where one would be. */
function strayHandlers(project: Project) {
  const { appDir, pagesDir } = project.app;
  return project.mentioning(["next-auth"]).flatMap((file) => {
    if (!file.parses || importersOf(project, file.path).length > 0) return [];
    const call = file.nodes("CallExpression").find(({ callee }) => callee.type === "Identifier" && /^next-?auth$/i.test(callee.name));
    const [options] = call?.arguments ?? [];
    if (!call || !options || optionsValue(project, file, options).kind === "unknown") return [];
    const inApp = appDir !== undefined && file.path.startsWith(`${joinPath(appDir, "api")}/`);
    const inPages = pagesDir !== undefined && file.path.startsWith(`${pagesDir}/`);
    const name = posix.basename(file.path);
    if (inApp && !/^route\.\w+$/.test(name))
      return [{ path: { file, at: call }, why: `Next.js does not serve ${name} in app/: a handler has to be in a file called route.` }];
    if (inApp && /\/\[\w+\]\/route\.\w+$/.test(file.path))
      return [
        {
          path: { file, at: call },
          why: "The folder has no dots, so it takes one part of a path only, and not as the list that NextAuth.js reads: every request to it fails.",
        },
      ];
    if (inPages && !file.path.startsWith(`${joinPath(pagesDir, "api")}/`))
      return [{ path: { file, at: call }, why: "This file is not in pages/api, so Next.js takes it for a page." }];
    return [];
  });
}
