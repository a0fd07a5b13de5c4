import { installedVersion } from "../../next-auth/installed-version.ts";
import { middlewareOf, nextMajor, PROXY_SINCE } from "../../next-auth/middleware.ts";
import type { Project } from "../../project/project.ts";
import { exportsOf } from "../../syntax/exports.ts";
import { propertyValue } from "../../syntax/expressions.ts";
import { defineCause } from "../cause.ts";
import { PROXY_DOCS } from "./docs.ts";

/** Whether Next.js certainly is one that knows proxy.*. */
export function isProxyNext(project: Project): boolean {
  return (installedVersion(project, "next")?.major ?? 0) >= PROXY_SINCE;
}

export const mwReexport = defineCause({
  name: "mw-reexport-next16",
  severity: "error",
  summary: "The middleware re-exports next-auth's, which Next.js 16 refuses to build.",
  why: 'Next.js 16 looks for a function in the file: `export { default } from "next-auth/middleware"`, the documentation\'s one line, stops the build with "The file must export a function". Next.js 14 and 15 take it, and Next.js\' own middleware-to-proxy codemod leaves it as it is.',
  help: 'Import it and export it as default: import withAuth from "next-auth/middleware", then `export default withAuth`.',
  docs: PROXY_DOCS,
  repairedBy: "fix-middleware",
  example: {
    broken: 'export { default } from "next-auth/middleware";',
    repaired: 'import withAuth from "next-auth/middleware";\n\nexport default withAuth;',
  },
  look(project, found) {
    const { running } = middlewareOf(project);
    if (running?.handler !== "default" || running.kind !== "re-export" || !isProxyNext(project)) return;
    const exported = exportsOf(running.file).find((one) => one.exported === "default" && one.node.type === "ExportSpecifier");
    if (exported)
      found(running.file, exported.node, `Next.js ${nextMajor(project)} does not see a function in this export, and stops the build.`);
  },
});

export const mwNotRun = defineCause({
  name: "mw-not-run",
  severity: "warning",
  summary: "A middleware file stands where Next.js does not look.",
  why: "Next.js runs middleware.* (proxy.* from 16 on, and only there) beside app/ or pages/: in src/ where those are in src/. Anywhere else the file is ignored without a word: nothing that it should guard is guarded.",
  help: "Move it there, or delete it.",
  docs: PROXY_DOCS,
  example: { broken: "middleware.ts\nsrc/app/page.tsx", repaired: "src/middleware.ts\nsrc/app/page.tsx" },
  look(project, found) {
    for (const { file, why, expected } of middlewareOf(project).ignored) {
      if (why === "place") found(file, undefined, `Next.js never runs this file: it looks for ${expected} only.`);
      if (why === "name")
        found(
          file,
          undefined,
          `Next.js ${nextMajor(project)} never runs this file: proxy.* came with Next.js ${PROXY_SINCE}, before that the file is ${expected}.`,
        );
    }
  },
});

export const mwBothFiles = defineCause({
  name: "mw-both-files",
  severity: "error",
  summary: "The app has a middleware and a proxy.",
  why: 'Next.js 16 renamed middleware.* to proxy.*. With both files there it stops the build: "Both middleware file and proxy file are detected".',
  help: "Keep proxy.*, and move into it what only middleware.* does.",
  docs: "https://nextjs.org/docs/messages/middleware-to-proxy",
  example: { broken: "middleware.ts\nproxy.ts", repaired: "proxy.ts" },
  look(project, found) {
    if (!isProxyNext(project)) return;
    for (const { file, why, expected } of middlewareOf(project).ignored)
      if (why === "both")
        found(file, undefined, `With this file and ${expected} both there, Next.js ${nextMajor(project)} stops the build.`);
  },
});

export const mwNoHandler = defineCause({
  name: "mw-no-handler",
  severity: "error",
  summary: "The middleware exports nothing that Next.js calls.",
  why: 'Next.js calls the default export, or the one named like the file: middleware, or proxy. Without either the build stops or every request fails: "must export a function".',
  help: "Export the function as default, or under the file's name.",
  docs: PROXY_DOCS,
  example: { broken: "// proxy.ts\nexport function middleware() {}", repaired: "// proxy.ts\nexport function proxy() {}" },
  look(project, found) {
    const { running } = middlewareOf(project);
    if (running === undefined || running.handler !== undefined || exportsOf(running.file).some(({ exported }) => exported === "*")) return;
    if (running.file.text.trim() === "" || running.file.ast.program.body.length === 0) return;
    found(running.file, undefined, `Next.js finds neither a default export nor one called ${running.convention} here, and stops.`);
  },
});

export const mwProxyRuntime = defineCause({
  name: "mw-proxy-runtime",
  severity: "error",
  summary: "proxy.* names a runtime.",
  why: "proxy.* always runs in Node.js. Next.js 16 stops the build where its config has `runtime`.",
  help: "Remove runtime from the config.",
  docs: `${PROXY_DOCS}#runtime`,
  example: {
    broken: 'export const config = { runtime: "nodejs", matcher: ["/dashboard/:path*"] };',
    repaired: 'export const config = { matcher: ["/dashboard/:path*"] };',
  },
  look(project, found) {
    const { running } = middlewareOf(project);
    if (running?.convention !== "proxy" || !isProxyNext(project)) return;
    const config = running.file
      .nodes("VariableDeclarator")
      .find(({ id, init }) => id.type === "Identifier" && id.name === "config" && init?.type === "ObjectExpression");
    const runtime = config?.init && propertyValue(config.init, "runtime");
    if (runtime && exportsOf(running.file).some(({ exported }) => exported === "config"))
      found(running.file, runtime, "Next.js stops the build at a runtime in proxy.*: it always runs in Node.js.");
  },
});
