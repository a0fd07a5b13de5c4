import { ANSWER, callable, constant, PASS, UNKNOWN, withTraits, type Value } from "./values.ts";

/** One request, as a middleware sees it. */
export interface Request {
  /** Without the app's base path. */
  path: string;
  basePath: string;
  signedIn: boolean;
}

/** Any origin: code that looks at it is not followed. */
const ORIGIN = "http://origin.invalid";

/** The token or session of somebody who is signed in, or null. */
export function sessionOf({ signedIn }: Request): Value {
  return signedIn ? { kind: "truthy", session: true } : { ...constant(null), session: true };
}

/** `NextRequest`: its path is known, its cookies and token as far as the session decides them, and nothing else. */
export function requestValue(request: Request): Value {
  return properties({
    nextUrl: urlValue(request.path, request.basePath),
    url: constant(ORIGIN + request.basePath + request.path),
    cookies: cookiesValue(request),
    nextauth: properties({ token: sessionOf(request) }),
  });
}

/** `URL` and `NextURL`: the path is known. Only the latter takes the base path out of it. */
export function urlValue(path: string, basePath = ""): Value {
  const href = constant(ORIGIN + basePath + path);
  return properties({
    pathname: constant(path),
    basePath: constant(basePath),
    clone: callable(() => urlValue(path, basePath)),
    href,
    toString: callable(() => href),
  });
}

/** The signed out have no cookie; what the signed in have is not known. */
export function cookiesValue({ signedIn }: Request): Value {
  const missing = (value: Value) => callable(() => ({ ...(signedIn ? UNKNOWN : value), session: true }));
  return properties({ get: missing(constant(undefined)), has: missing(constant(false)), getAll: missing(UNKNOWN) });
}

/** `new URL(target, base)`: a path, where the target or what it is resolved against is one that is known. */
export function constructUrl([target, base]: readonly Value[]): Value {
  const text = (value: Value | undefined) => (value?.kind === "constant" && typeof value.value === "string" ? value.value : undefined);
  const given = text(target) ?? (target?.kind === "object" ? text(target.get?.("href") ?? UNKNOWN) : undefined);
  const against = base === undefined ? undefined : (text(base) ?? ORIGIN);
  try {
    return given === undefined ? UNKNOWN : urlValue(new URL(given, against).pathname);
  } catch {
    return UNKNOWN;
  }
}

/** `NextResponse` and `Response`: only `NextResponse.next()` lets a request through. */
export const responseValue: Value = {
  kind: "object",
  get: (name) => (name === "next" ? callable(() => PASS) : callable(() => ANSWER)),
  construct: () => ANSWER,
};

/** `redirect()` and `notFound()` answer by throwing. */
export const throwingAnswer: Value = callable(() => ({ kind: "answer", thrown: true }));

/**
 * `withAuth` of next-auth/middleware: its own routes, `/_next` and the favicon pass, whatever it is given.
 * https://github.com/nextauthjs/next-auth/blob/v4/packages/next-auth/src/next/middleware.ts
 */
export function withAuthValue(request: Request): Value {
  const handle = (inner: Value | undefined): Value => {
    if (["/api/auth", "/_next", "/favicon.ico"].some((path) => request.path.startsWith(path))) return constant(undefined);
    if (!request.signedIn) return withTraits(ANSWER, { session: true, unsure: true });
    return inner?.kind === "object" && inner.call ? inner.call([requestValue(request)]) : constant(undefined);
  };
  return callable(([first]) => {
    const isRequest = first?.kind === "object" && first.get?.("nextUrl").kind === "object";
    return isRequest ? handle(undefined) : callable(() => handle(first));
  });
}

/** An object of which these properties are known. */
export function properties(known: Record<string, Value>): Value {
  return { kind: "object", get: (name) => (Object.hasOwn(known, name) ? known[name]! : UNKNOWN) };
}
