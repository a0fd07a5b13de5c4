import { parse, tokensToRegexp, type Token } from "path-to-regexp";

/** One entry of a middleware's `config.matcher`, as Next.js takes it. */
export interface Matcher {
  source: string;
  locale?: false;
  /** Conditions on the request. What they say is not known here: such an entry may match. */
  has?: readonly object[];
  missing?: readonly object[];
}

/** What of next.config decides what a matcher matches. */
export interface Routing {
  basePath?: string;
  /** Sources without `locale: false` begin with a locale then. */
  i18n?: { locales: readonly string[]; defaultLocale: string } | undefined;
}

/** A `source` that Next.js refuses, with what is wrong with it. */
export class InvalidSourceError extends Error {
  override readonly name = "InvalidSourceError";
}

const NEXT_DATA = "/:nextData(_next/data/[^/]{1,})?";
const LOCALE = "/:nextInternalLocale((?!_next/)[^/.]{1,})";
const RSC_SUFFIX = "\\.rsc|\\.segments/.+\\.segment\\.rsc";
const LONGEST = 4096;

/**
 * The expression that Next.js tests a path with. `source` goes through path-to-regexp 6.3 with what Next.js puts
 * around it: the base path, `/_next/data/<build>`, a locale, and the endings of data and segment requests.
 * The rules are those of `getMiddlewareMatchers` (packages/next/src/build/analysis/get-page-static-info.ts).
 *
 * @throws {InvalidSourceError} where Next.js would stop the build
 */
export function compileMatcher({ source, locale }: Matcher, { basePath = "", i18n }: Routing = {}): RegExp {
  if (!source.startsWith("/")) throw new InvalidSourceError(`"${source}" does not start with /`);
  const isRoot = source === "/";
  const located = i18n !== undefined && locale !== false ? LOCALE + (isRoot ? "" : source) : source;
  const suffix = isRoot
    ? `(${i18n !== undefined ? "|\\.json|" : ""}/?index|/?index\\.json|/?index(?:${RSC_SUFFIX}))?`
    : `{(\\.json|${RSC_SUFFIX})}?`;
  const whole = basePath + NEXT_DATA + located + suffix;
  if (whole.length > LONGEST) throw new InvalidSourceError(`a source may have ${LONGEST} characters`);
  try {
    return toRegexp(parse(whole));
  } catch (error) {
    throw new InvalidSourceError(`"${source}" is not a path pattern: ${(error as Error).message}`);
  }
}

/**
 * Whether a request for a path may reach the middleware. No matcher at all means every path.
 *
 * @param path as a browser asks for it, without the base path
 */
export function matches(matchers: readonly Matcher[] | undefined, path: string, routing: Routing = {}): boolean {
  return matchers === undefined || matchers.some((matcher) => compileMatcher(matcher, routing).test(asMatched(path, routing)));
}

/**
 * What Next.js matches in a path's place: the page of a data request, a path without a locale with the default one, and
 * the start page below a base path without a slash, so that `/(.*)` does not match it there.
 * (packages/next/src/server/lib/router-utils/resolve-routes.ts)
 */
function asMatched(path: string, { basePath = "", i18n }: Routing): string {
  const page = /^\/_next\/data\/[^/]+(\/.*)\.json$/.exec(path)?.[1]?.replace(/^\/index$/, "/") ?? path;
  const [, first = ""] = page.split("/");
  const isLocated = i18n === undefined || first === "_next" || i18n.locales.some((one) => one.toLowerCase() === first.toLowerCase());
  const located = isLocated ? page : `/${i18n.defaultLocale}${page === "/" ? "" : page}`;
  return basePath !== "" && located === "/" ? basePath : basePath + located;
}

/** path-to-regexp refuses a repeated parameter without a prefix; Next.js then gives it one and tries again. */
function toRegexp(tokens: Token[]): RegExp {
  try {
    return tokensToRegexp(tokens);
  } catch {
    const repeats = (token: Token) =>
      typeof token !== "string" && /[*+]/.test(token.modifier) && token.prefix === "" && token.suffix === "";
    return tokensToRegexp(tokens.map((token) => (repeats(token) ? { ...(token as Exclude<Token, string>), prefix: "/" } : token)));
  }
}
