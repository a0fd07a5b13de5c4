import type { Node } from "@babel/types";
import { nextConfig } from "../../next-auth/next-config.ts";
import { nextMajor } from "../../next-auth/middleware.ts";
import { sessionReads } from "../../next-auth/session-reads.ts";
import type { Project } from "../../project/project.ts";
import { originOfBinding } from "../../project/origin.ts";
import { around, routerFiles } from "../../project/segments.ts";
import { bindingOf } from "../../syntax/bindings.ts";
import { functionName } from "../../syntax/components.ts";
import { topLevelVariable, unwrap } from "../../syntax/expressions.ts";
import { exportsOf } from "../../syntax/exports.ts";
import { isClientFile } from "../../syntax/directives.ts";
import { functionAround, isFunction } from "../../syntax/functions.ts";
import { importBindings } from "../../syntax/imports.ts";
import type { SourceFile } from "../../workspace/source-file.ts";
import { defineCause } from "../cause.ts";

export const serverSessionForceStatic = defineCause({
  name: "server-session-force-static",
  severity: "error",
  summary: "The session is read in a route that is told to be static.",
  why: 'With `dynamic = "force-static"` Next.js hands out empty headers and cookies, so getServerSession returns null for everybody, for ever, without a warning (seen on Next.js 14, 15 and 16). With `dynamic = "error"` the build stops where the session is read. A layout\'s setting holds for the pages below it that have none of their own.',
  help: "Remove the setting, or read the session in the browser with useSession().",
  docs: "https://nextjs.org/docs/app/guides/caching-without-cache-components#dynamic",
  example: {
    broken:
      'export const dynamic = "force-static";\n\nexport default async function Page() {\n  const session = await getServerSession(authOptions);\n}',
    repaired: "export default async function Page() {\n  const session = await getServerSession(authOptions);\n}",
  },
  look(project, found) {
    for (const file of ["page", "layout", "route"].flatMap((kind) => routerFiles(project, kind))) {
      const reads = sessionReads(project, file).filter(({ node }) => isRendered(file, node));
      const setting = reads.length === 0 || isClientFile(file) ? undefined : settingFor(project, file);
      if (setting === undefined) continue;
      const where = setting.file === file ? "This file" : setting.file.path;
      const effect =
        setting.value === "error"
          ? "so the build stops where the session is read"
          : "so the cookies are empty here and the session is null for everybody";
      for (const { node } of reads) found(file, node, `${where} sets dynamic = "${setting.value}", ${effect}.`);
    }
  },
});

/** In a route handler only GET can be static; in a page or layout, what is not an action is rendered. */
function isRendered(file: SourceFile, node: Node): boolean {
  const fn = functionAround(file, node);
  if (fn === undefined) return false;
  const isDefault = exportsOf(file).some(
    (own) =>
      own.exported === "default" &&
      (own.kind === "local" ? own.local === functionName(file, fn) : own.kind === "expression" && own.expression === fn),
  );
  return isDefault || functionName(file, fn) === "GET";
}

function settingFor(project: Project, file: SourceFile): { file: SourceFile; value: string } | undefined {
  const isRoute = /\/route\.\w+$/.test(file.path);
  const chain = isRoute ? [file] : [file, ...around(project, file.path, "layout").reverse()];
  for (const one of chain) {
    const init =
      one.parses && one.text.includes("dynamic") && exportsOf(one).some(({ exported }) => exported === "dynamic")
        ? topLevelVariable(one, "dynamic")?.init
        : undefined;
    const value = init && unwrap(init);
    if (value?.type === "StringLiteral")
      return value.value === "force-static" || value.value === "error" ? { file: one, value: value.value } : undefined;
  }
  return undefined;
}

export const serverSessionCached = defineCause({
  name: "server-session-cached",
  severity: "error",
  summary: "The session is read inside a cached function.",
  why: 'What `unstable_cache` or `"use cache"` wraps runs apart from any request, since its result is kept for all of them. From Next.js 15 on, reading cookies or headers in it throws; before, the session of whoever came first could be kept for everybody.',
  help: "Read the session outside of the cached function, and pass it what it needs of it (the user's id) as an argument.",
  docs: "https://nextjs.org/docs/app/api-reference/functions/unstable_cache",
  example: {
    broken:
      "const getOrders = unstable_cache(async () => {\n  const session = await getServerSession(authOptions);\n  return findOrders(session.user.id);\n});",
    repaired:
      "const getOrders = unstable_cache(async (userId) => findOrders(userId));\n\nconst session = await getServerSession(authOptions);\nconst orders = await getOrders(session.user.id);",
  },
  look(project, found) {
    for (const file of project.mentioning(["unstable_cache", "use cache"])) {
      for (const { node } of sessionReads(project, file)) {
        const cache = cacheAround(project, file, node);
        const major = nextMajor(project);
        if (cache === "unstable_cache" && (major === undefined || major < 15))
          found(file, node, "This runs inside unstable_cache, so one visitor's session may be kept for all of them.", {
            severity: "warning",
          });
        else if (cache) found(file, node, `This runs inside ${cache}, apart from any request, so reading the session throws.`);
      }
    }
  },
});

function cacheAround(project: Project, file: SourceFile, node: Node): string | undefined {
  for (const ancestor of file.ancestors(node)) {
    const directives = ancestor.type === "BlockStatement" || ancestor.type === "Program" ? ancestor.directives : [];
    const directive = directives.find(({ value }) => /^use cache(?:: remote)?$/.test(value.value));
    if (directive) return `"${directive.value.value}"`;
    const call = isFunction(ancestor) ? file.parent(ancestor) : undefined;
    if (call?.type !== "CallExpression" || call.callee.type !== "Identifier") continue;
    const binding = bindingOf(file, call.callee);
    const imported = importBindings(file).find(({ local }) => local === binding?.identifier);
    const origin = imported && originOfBinding(project, file, imported);
    if (origin?.kind === "package" && origin.module === "next/cache" && origin.name === "unstable_cache") return "unstable_cache";
  }
  return undefined;
}

export const serverSessionOutsideSuspense = defineCause({
  name: "server-session-outside-suspense",
  severity: "warning",
  summary: "With cacheComponents, a page reads the session outside of a Suspense boundary.",
  why: 'With `cacheComponents: true` (Next.js 16) every page is prerendered as far as it can be. Reading the session needs the request, so it has to stand below a `<Suspense>`; a page that awaits it at its top stops the build: "uncached or runtime data" during prerendering.',
  help: "Add a loading file beside the page, or read the session in a component of its own and render that inside <Suspense>.",
  docs: "https://nextjs.org/docs/app/getting-started/caching#working-with-runtime-apis",
  example: {
    broken:
      "export default async function Page() {\n  const session = await getServerSession(authOptions);\n  return <p>{session?.user?.name}</p>;\n}",
    repaired: "export default function Page() {\n  return (\n    <Suspense fallback={null}>\n      <Greeting />\n    </Suspense>\n  );\n}",
  },
  look(project, found) {
    const setting = nextConfig(project)?.setting("cacheComponents");
    if ((nextMajor(project) ?? 0) < 16 || setting?.type !== "BooleanLiteral" || !setting.value) return;
    for (const file of routerFiles(project, "page")) {
      const isCovered =
        around(project, file.path, "loading").length > 0 ||
        around(project, file.path, "layout").some(({ text }) => text.includes("Suspense"));
      const read = isCovered ? undefined : sessionReads(project, file).find(({ node }) => isRendered(file, node));
      if (read && !isClientFile(file))
        found(
          file,
          read.node,
          "cacheComponents is on, and nothing around this page is a Suspense boundary: the build stops where the session is read.",
        );
    }
  },
});
