import { lt, parse, type SemVer } from "semver";
import { pinnedVersion, installedVersion } from "../../next-auth/installed-version.ts";
import { nextAuthCalls, authRoutes } from "../../next-auth/route-handler.ts";
import { serverSessionCalls } from "../../next-auth/session-reads.ts";
import { nextConfig } from "../../next-auth/next-config.ts";
import { definitionOf } from "../../project/definition.ts";
import type { Project } from "../../project/project.ts";
import { exportsOf } from "../../syntax/exports.ts";
import { propertyValue, unwrap } from "../../syntax/expressions.ts";
import { joinPath, parentOf } from "../../workspace/app.ts";
import type { SourceFile } from "../../workspace/source-file.ts";
import { defineCause } from "../cause.ts";

const RELEASES = "https://github.com/nextauthjs/next-auth/releases";

export const versionTooOld = defineCause({
  name: "version-next-auth-too-old",
  severity: "warning",
  summary: "This next-auth is older than this Next.js needs.",
  why: 'getServerSession came with next-auth 4.19, route handlers with 4.22. Before 4.24.9 it reads headers(), cookies() and params without awaiting them: Next.js 15 warns, and on Next.js 16 every auth route and getServerSession() fails with "cookies(...).getAll is not a function". From 4.24.12 on it says that it supports Next.js 16.',
  help: "Install a newer one: npm i next-auth@^4.24.12 (the newest of version 4 fits every Next.js from 13 to 16).",
  docs: RELEASES,
  example: { broken: '"next": "16.0.0", "next-auth": "4.24.7"', repaired: '"next": "16.0.0", "next-auth": "^4.24.12"' },
  look(project, found) {
    const auth = pinnedVersion(project, "next-auth");
    const next = installedVersion(project, "next");
    if (auth === undefined || next === undefined) return;
    const judged = judge(project, auth, next);
    if (judged) found(...placeInPackageJson(project, '"next-auth"'), judged.message, { severity: judged.severity });
  },
});

function judge(project: Project, auth: SemVer, next: SemVer): { message: string; severity: "error" | "warning" | "info" } | undefined {
  const pair = `next-auth ${auth.version} with Next.js ${next.major}`;
  const inApp = authRoutes(project).some(({ router }) => router === "app");
  const isOnlyApp = inApp && authRoutes(project).every(({ router }) => router === "app");
  if (inApp && lt(auth, "4.22.0"))
    return {
      message: `next-auth ${auth.version} knows no route handlers (4.22 does): the route in app/ fails.`,
      severity: isOnlyApp ? "error" : "warning",
    };
  if (lt(auth, "4.19.0") && serverSessionCalls(project).some(({ name }) => name === "getServerSession"))
    return {
      message: `next-auth ${auth.version} has no getServerSession (4.19 does; before, it is unstable_getServerSession): calling it throws.`,
      severity: "error",
    };
  if (next.major >= 16 && lt(auth, "4.24.9"))
    return {
      message: `${pair} cannot work: cookies() is a promise there, and this version reads it at once. /api/auth and getServerSession fail.`,
      severity: isOnlyApp ? "error" : "warning",
    };
  if (next.major === 15 && lt(auth, "4.24.9"))
    return {
      message: `${pair} logs "headers() should be awaited" on each call, and fails after the next major version of Next.js.`,
      severity: "warning",
    };
  if (next.major >= 16 && lt(auth, "4.24.12"))
    return { message: `${pair} runs, but says that it does not support it: npm refuses to install them together.`, severity: "info" };
  return undefined;
}

/** The app's package.json, or the one above it that names the dependency, and the place in it. */
function placeInPackageJson(project: Project, word: string): [at: SourceFile | string, place: number | undefined] {
  for (let dir = project.app.dir; ; dir = parentOf(dir)) {
    const file = project.workspace.source(joinPath(dir, "package.json"));
    const place = file?.text.indexOf(word) ?? -1;
    if (file && place >= 0) return [file, place];
    if (dir === "") return [joinPath(project.app.dir, "package.json"), undefined];
  }
}

export const versionV5Code = defineCause({
  name: "version-v5-code",
  severity: "error",
  summary: "The code is written for Auth.js v5, and next-auth 4 is installed.",
  why: "NextAuth() of version 5 returns an object with handlers, auth, signIn and signOut. Version 4 returns the route's handler: `const { handlers, auth } = NextAuth(…)` takes undefined out of it, and the route exports nothing.",
  help: "Install next-auth@beta and follow its migration guide, or write the route as version 4 has it: export the result of NextAuth(authOptions) as GET and as POST.",
  docs: "https://authjs.dev/getting-started/migrating-to-v5",
  example: {
    broken: "export const { handlers, auth } = NextAuth({ providers });",
    repaired: "const handler = NextAuth(authOptions);\nexport { handler as GET, handler as POST };",
  },
  look(project, found) {
    const version = pinnedVersion(project, "next-auth") ?? installedVersion(project, "next-auth");
    if (version?.major !== 4) return;
    for (const file of project.mentioning(["next-auth"])) {
      for (const { call } of nextAuthCalls(project, file)) {
        const declarator = file.parent(call);
        const isV5 =
          declarator?.type === "VariableDeclarator" &&
          declarator.id.type === "ObjectPattern" &&
          declarator.id.properties.some(
            (property) =>
              property.type === "ObjectProperty" &&
              property.key.type === "Identifier" &&
              /^(?:handlers|auth|signIn|signOut)$/.test(property.key.name),
          );
        if (isV5) found(file, declarator.id, `next-auth ${version.major} returns a function here, so all of these are undefined.`);
      }
    }
  },
});

const COPIES: readonly { file: string; pattern: RegExp }[] = [
  { file: "package-lock.json", pattern: /"[^"\n]*node_modules\/next-auth":\s*\{\s*"version":\s*"([^"]+)"/g },
  { file: "pnpm-lock.yaml", pattern: /^ {2}['"]?\/?next-auth[@/](\d[^('":\n]*)/gm },
  { file: "yarn.lock", pattern: /^"?next-auth@[^\n]*:\n\s+version:?\s+"?([^"\n]+)/gm },
  { file: "bun.lock", pattern: /"(?:[^"\n]*\/)?next-auth":\s*\["next-auth@([^"]+)"/g },
];

export const versionDuplicate = defineCause({
  name: "version-duplicate",
  severity: "warning",
  summary: "The lockfile has more than one version of next-auth 4.",
  why: "SessionProvider and useSession meet in a context of their module. A component package with a next-auth of its own calls useSession of another module than the provider's: it finds no provider, however right the layout is.",
  help: "Keep one version: make next-auth a peer dependency of the shared packages, or name one in overrides / resolutions, and run npm dedupe.",
  docs: "https://docs.npmjs.com/cli/commands/npm-dedupe",
  example: {
    broken: "node_modules/next-auth 4.24.15\npackages/ui/node_modules/next-auth 4.22.1",
    repaired: "node_modules/next-auth 4.24.15",
  },
  look(project, found) {
    for (let dir = project.app.dir; ; dir = parentOf(dir)) {
      for (const { file: name, pattern } of COPIES) {
        const file = project.workspace.source(joinPath(dir, name));
        if (file === undefined) continue;
        const text = file.text.replaceAll("\r\n", "\n");
        const copies = new Set(
          [...text.matchAll(pattern)]
            .map(([, version]) => version!.replace(/[_(].*$/, ""))
            .filter((version) => parse(version)?.major === 4),
        );
        if (copies.size > 1)
          found(
            file.path,
            undefined,
            `This names next-auth ${[...copies].sort().join(" and ")}: what is rendered by one does not see the provider of the other.`,
          );
        return;
      }
      if (dir === "") return;
    }
  },
});

export const buildStaticExport = defineCause({
  name: "build-static-export",
  severity: "warning",
  summary: "The app is exported as static files, where next-auth cannot run.",
  why: 'With output: "export" there is no server: no /api/auth, no cookie, no session. A route handler that reads the request stops the build.',
  help: 'Remove output: "export" and deploy the app with a server, or sign in at another service.',
  docs: "https://nextjs.org/docs/app/guides/static-exports#unsupported-features",
  example: { broken: 'module.exports = { output: "export" };', repaired: "module.exports = {};" },
  look(project, found) {
    const config = nextConfig(project);
    const output = config?.setting("output");
    if (!config || output?.type !== "StringLiteral" || output.value !== "export" || authRoutes(project).length === 0) return;
    found(config.file, output, "The app is exported as static files: nothing answers /api/auth there, so there is no session.", {
      severity: isExported(project, config.file, output) ? "error" : "warning",
    });
  },
});

/** Whether a setting stands in the object that the file exports as it is. */
function isExported(project: Project, file: SourceFile, setting: object): boolean {
  const exported = exportsOf(file).find((one) => one.exported === "default");
  const node =
    exported?.kind === "expression"
      ? exported.expression
      : file
          .nodes("VariableDeclarator")
          .find(({ id }) => exported?.kind === "local" && id.type === "Identifier" && id.name === exported.local)?.init;
  const object = node ? definitionOf(project, { file, node }).node : undefined;
  const value = object && propertyValue(object, "output");
  return value !== undefined && unwrap(value) === setting;
}
