import { createRequire } from "node:module";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileMatcher, InvalidSourceError, matches, type Routing } from "../lib/next-auth/matcher.ts";

const require = createRequire(import.meta.url);
const { getMiddlewareMatchers } = require("next/dist/build/analysis/get-page-static-info.js") as {
  getMiddlewareMatchers(matcher: unknown, config: object): { regexp: string }[];
};
const { getMiddlewareRouteMatcher } = require("next/dist/shared/lib/router/utils/middleware-route-matcher.js") as {
  getMiddlewareRouteMatcher(matchers: { regexp: string }[]): (path: string, request: object, query: object) => boolean;
};

const SOURCES = [
  "/",
  "/dashboard",
  "/dashboard/:path*",
  "/dashboard/:path+",
  "/:path*",
  "/(.*)",
  "/((?!api|_next/static|_next/image|favicon.ico).*)",
  "/((?!_next/static|_next/image|favicon.ico|public/).*)",
  "/((?!.*\\..*|_next).*)",
  "/((?!_next|_vercel|[\\w-]+\\.\\w+).*)",
  "/(api|trpc)(.*)",
  "/api/((?!auth/).*)",
  "/:locale(de|en)/account/:id(\\d+)",
  "/calendar(.*)",
  "/r/:path*/submit",
  "/issues/edit/:id+",
  "/:a/:b?",
];
const PATHS = [
  "/",
  "/index",
  "/dashboard",
  "/dashboard/",
  "/dashboard/a/b",
  "/dashboard.json",
  "/de/account/12",
  "/de/account/x",
  "/api",
  "/api/auth",
  "/api/auth/session",
  "/api/authors",
  "/api/users/1",
  "/trpc/x",
  "/_next/static/chunks/main.js",
  "/_next/image",
  "/_next/data/build/dashboard.json",
  "/favicon.ico",
  "/logo.png",
  "/calendars",
  "/r/a/b/submit",
  "/issues/edit/1/2",
];
const CONFIGS: [string, Routing][] = [
  ["plain", {}],
  ["basePath", { basePath: "/shop" }],
  ["i18n", { i18n: { locales: ["en", "de"], defaultLocale: "en" } }],
];

/** What a real server does besides (the locale of a path, redirects) is in e2e/matcher.test.ts. */
describe.each(CONFIGS)("compiles a matcher as Next.js does: %s", (_, routing) => {
  const asNext = (source: string, path: string) =>
    getMiddlewareRouteMatcher(getMiddlewareMatchers(source, routing))(path, { headers: {} }, {});
  const paths = PATHS.flatMap((path) => [path, `/en${path}`, `/shop${path}`, `/shop/_next/data/build${path}`]);

  test.each(SOURCES)("%s", (source) => {
    const expected = paths.filter((path) => asNext(source, path));
    expect(paths.filter((path) => compileMatcher({ source }, routing).test(path))).toEqual(expected);
  });

  test("any path", () => {
    const segment = fc.constantFrom(
      "api",
      "auth",
      "dashboard",
      "en",
      "de",
      "_next",
      "static",
      "favicon.ico",
      "a.b",
      "x-y",
      "12",
      "account",
      "shop",
      "index",
      "data",
    );
    fc.assert(
      fc.property(fc.constantFrom(...SOURCES), fc.array(segment, { maxLength: 5 }), (source, segments) => {
        const path = `/${segments.join("/")}`;
        expect(compileMatcher({ source }, routing).test(path)).toBe(asNext(source, path));
      }),
      { numRuns: 500 },
    );
  });
});

test("no matcher is every path, an empty list is none", () => {
  expect(matches(undefined, "/favicon.ico")).toBe(true);
  expect(matches([], "/")).toBe(false);
});

test.each(["dashboard", "/((?!api|_next", "/:path(.*"])("refuses what Next.js refuses: %s", (source) => {
  expect(() => compileMatcher({ source })).toThrow(InvalidSourceError);
});
