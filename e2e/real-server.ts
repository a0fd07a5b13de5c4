import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { discover } from "../lib/discover.ts";
import { narrow } from "../lib/fix-middleware/narrow-matcher.ts";
import { isOpenPath, knownPaths, openPaths } from "../lib/fix-middleware/paths.ts";
import { matches } from "../lib/next-auth/matcher.ts";
import { middlewareOf, runsFor } from "../lib/next-auth/middleware.ts";
import { routingOf } from "../lib/next-auth/next-config.ts";
import { probe } from "../lib/probe/probe.ts";
import { Project } from "../lib/project/project.ts";
import { addressOf, buildOrThrow, removeApp, serveApp, type App, type Server } from "./app.ts";
import { createGuardedApp, ENTRY, guard, RAN, type Entry, type NextConfig } from "./guarded-app.ts";
import type { NextMajor } from "./versions.ts";

/** What a server is asked: matchers, and the paths that each is tried with. */
const MUCH = {
  sources: [
    "/",
    "/:path*",
    "/(.*)",
    "/dashboard",
    "/dashboard/:path*",
    "/api/:path*",
    "/(api|trpc)(.*)",
    "/((?!api|_next/static|_next/image|favicon.ico).*)",
    "/((?!_next|login).*)",
    "/((?!.+\\.[\\w]+$|_next).*)",
    "/((?!_next|[^?]*\\.(?:html?|css|js|png|ico)).*)",
    "/:locale(en|de)/:path*",
  ],
  paths: [
    "/",
    "/index",
    "/login",
    "/dashboard",
    "/dashboard/",
    "/dashboard/settings",
    "/dashboard.json",
    "/dashboard.rsc",
    "/nowhere",
    "/api/users",
    "/api/auth/session",
    "/api/auth/csrf",
    "/api/authors",
    "/de/dashboard",
    "/old/one",
    "/_next/data/BUILD/old/one.json",
    "/_next/static/CHUNK",
    "/_next/static/missing.js",
    "/_next/image?url=%2Fimages%2Flogo.png&w=64&q=75",
    "/favicon.ico",
    "/images/logo.png",
  ],
};
/** Where a path costs more than a build does: in development each is compiled when it is asked for. */
const LITTLE = {
  sources: ["/", "/:path*", "/(.*)", "/dashboard/:path*", "/((?!_next|login).*)"],
  paths: [
    "/",
    "/dashboard",
    "/de",
    "/de/dashboard",
    "/api/authors",
    "/api/auth/session",
    "/de/api/auth/session",
    "/_next/static/missing.js",
    "/images/logo.png",
  ],
};
/** With `locale: false`, where the app has locales. */
const UNLOCATED = ["/(.*)", "/dashboard/:path*", "/:locale(en|de)/:path*"];
/** What is wrong, by the environment, and what a probe says of it. */
const FAULTS: [string, Record<string, string>, string[]][] = [
  ["nothing where all is well", {}, []],
  ["no secret", { NEXTAUTH_SECRET: "" }, ["error probe-auth-fails"]],
  ["the address of another machine", { NEXTAUTH_URL: "http://shop.example.com" }, ["error url-host"]],
  ["another port", { NEXTAUTH_URL: "http://localhost:1" }, ["error url-host"]],
  ["https where there is none", { NEXTAUTH_URL: "https://localhost" }, ["warning probe-secure-on-http", "error url-host"]],
  [
    "a middleware that redirects all but the sign-in page",
    { GUARD: "all-but-login" },
    ["error probe-auth-redirected", "error probe-static-redirected"],
  ],
  [
    "a middleware that redirects the sign-in page too",
    { GUARD: "everything" },
    ["error probe-auth-redirected", "error probe-static-redirected", "error probe-redirect-loop"],
  ],
  ["a middleware that refuses next-auth's requests", { GUARD: "refuses-auth" }, ["error probe-auth-refused"]],
  ["a middleware that rewrites next-auth's requests", { GUARD: "rewrites-auth" }, ["error probe-auth-not-json"]],
];

/**
 * What the tool says of matchers and of running apps, against servers of one Next.js version.
 *
 * @param home a folder for apps, with `node_modules` beside it
 */
export function describeServer(major: NextMajor, home: () => Promise<string>): void {
  describe(`Next.js ${major}`, { timeout: 300_000 }, () => {
    describe("a built app", () => {
      let app: App;
      let entries: readonly Guard[];
      beforeAll(async () => {
        app = createGuardedApp(await home(), major);
        entries = withNarrowed(app, MUCH);
        await buildOrThrow(app);
      });
      afterAll(() => app && removeApp(app));

      test("its middleware runs where we say, before fix-middleware and after it", () =>
        withServer(app, "start", {}, (server) => compare(app, server, entries, pathsOf(app))));

      describe("a probe finds", () => {
        test.each(FAULTS)("%s", async (_, env, expected) => {
          await withServer(app, "start", env, async (server) => expect(await foundAt(server.url)).toEqual(expected));
        });
      });
    });

    test.each<[string, NextConfig]>([
      ["below a base path, with trailing slashes", { basePath: "/shop", trailingSlash: true }],
      ["with locales", { i18n: { locales: ["en", "de"], defaultLocale: "en" } }],
    ])("%s", async (_, nextConfig) => {
      const app = createGuardedApp(await home(), major, nextConfig);
      try {
        const entries = withNarrowed(app, LITTLE);
        await withServer(app, "dev", {}, async (server) => {
          await compare(app, server, entries, LITTLE.paths);
          expect(await foundAt(server.url)).toEqual([]);
          if (app.basePath !== "") expect(await foundAt(new URL("/", server.url).href)).toEqual(["warning probe-base-path"]);
        });
      } finally {
        removeApp(app);
      }
    });
  });
}

/** An entry of the app's matcher; `narrows` is the number of the one that fix-middleware makes it of. */
type Guard = Entry & { narrows?: number };

/** Gives the app's middleware an entry for each source, and one for what fix-middleware makes of it. */
function withNarrowed(app: App, { sources }: typeof MUCH): readonly Guard[] {
  const project = projectOf(app);
  const [open, keep, routing] = [openPaths(project), knownPaths(project), routingOf(project)];
  const narrowed = sources.flatMap((source, narrows) => {
    const free = open.filter(({ samples }) => samples.some((path) => matches([{ source }], path, routing)));
    const [made] = narrow({ entries: [{ source }], free, open, keep, routing }) ?? [];
    return made === undefined || made === source ? [] : [{ source: made, narrows }];
  });
  const entries = [
    ...sources.map((source) => ({ source })),
    ...narrowed,
    ...(routing.i18n ? UNLOCATED.map((source) => ({ source, locale: false as const })) : []),
  ];
  guard(app, entries);
  return entries;
}

function projectOf(app: App): Project {
  const { workspace, apps } = discover({ cwd: app.directory, paths: [] });
  return new Project(apps[0]!, workspace, {});
}

async function compare(app: App, server: Server, entries: readonly Guard[], paths: readonly string[]): Promise<void> {
  const project = projectOf(app);
  const { config } = middlewareOf(project).running!;
  if (config.kind !== "literal") throw new Error(`The matcher was read as ${config.kind}.`);
  const [open, { i18n }] = [openPaths(project), routingOf(project)];
  const isOpen = (path: string) => isOpenPath(path.replace(i18n ? /^\/(?:en|de)(?=\/)/ : "", ""), open);
  const shown: string[][] = [];
  for (const [i, { source, locale, narrows }] of entries.entries()) {
    const answers = await Promise.all(paths.map((path) => askFor(app, server, path, i)));
    const ran = answers.filter(({ isMarked }) => isMarked).map(({ path }) => path);
    const said = answers
      .map(({ path }) => path)
      .filter((path) => runsFor(project, { config: { ...config, entries: [config.entries[i]!] } }, path));
    expect.soft(said, `${source}${locale === false ? " without locale" : ""}`).toEqual(ran);
    shown.push(ran);
    if (narrows === undefined) continue;
    const kept = shown[narrows]!.filter((path) => !isOpen(path));
    expect.soft(ran, `${source} frees what has to be open, and that alone`).toEqual(kept);
  }
}

/** Whether the middleware answered. A redirect that adds or takes a slash comes before it: its target is what counts. */
async function askFor(app: App, server: Server, path: string, entry: number): Promise<{ path: string; isMarked: boolean }> {
  const { headers, status, body } = await fetch(server.url + path, { headers: { [ENTRY]: String(entry) }, redirect: "manual" });
  await body?.cancel();
  const target = new URL(headers.get("location") ?? server.url + path, server.url).pathname.slice(app.basePath.length) || "/";
  return status === 308 ? askFor(app, server, target, entry) : { path: target, isMarked: headers.get(RAN) === String(entry) };
}

/** The paths of a built app with what only this build knows. */
function pathsOf({ directory, major }: App): string[] {
  const build = readFileSync(join(directory, ".next/BUILD_ID"), "utf8");
  const chunk = readdirSync(join(directory, ".next/static"), { recursive: true })
    .map(String)
    .find((path) => path.endsWith(".js"));
  // Before Next.js 15 the middleware sees such a request by the path of its page.
  const paths = MUCH.paths.filter((path) => major >= 15 || !path.endsWith(".rsc"));
  return paths.map((path) => path.replace("BUILD", build).replace("CHUNK", chunk!));
}

async function foundAt(url: string): Promise<string[]> {
  return (await probe(url, { timeout: 60_000 })).map(({ severity, rule }) => `${severity} ${rule}`);
}

async function withServer(
  app: App,
  mode: "start" | "dev",
  env: Record<string, string>,
  use: (server: Server) => Promise<void>,
): Promise<void> {
  const server = await serveApp(app, mode, (url) => ({ NEXTAUTH_SECRET: "of no worth", ...addressOf(app, url), ...env }));
  try {
    await use(server);
  } finally {
    await server.stop();
  }
}
