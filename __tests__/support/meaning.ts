import { matches, type Matcher } from "../../lib/next-auth/matcher.ts";
import type { AnyApp } from "../generators/whole-app.ts";
import { elements, moduleLoader, type Exports } from "./run-modules.ts";

type Read = (path: string) => string | undefined;

/** What an app does, seen from outside, as far as a generated one does anything. */
export interface Meaning {
  /** The options that NextAuth is given, functions by what they answer. */
  options: unknown;
  /** The handlers that the route exports, and its segment configuration. */
  route: Record<string, unknown>;
  /** What comes out of the server files and API routes. */
  answers: unknown[];
  /** How often getServerSession was called without the very options that NextAuth has. */
  callsWithoutOptions: number;
  /** The layout's tree, providers left out. */
  layout: unknown;
  /** Whether the children stand in a SessionProvider. */
  isCovered: boolean;
  /** The paths that reach the middleware. */
  guarded: string[];
}

const SESSION = { user: { name: "Ada", email: "ada@example.com" }, expires: "2999-01-01" };
const PAGES = ["/", "/dashboard", "/dashboard/loans", "/account", "/about", "/login", "/api/books", "/admin/users", "/favicon", "/apix"];
/** What a middleware never has to catch. */
export const OWN_PATHS = ["/api/auth/session", "/_next/static/chunk.js", "/_next/image", "/favicon.ico"];

/** Runs an app's modules, with next-auth and Next.js replaced by what notes how it is called. */
export async function meaningOf({ places }: AnyApp, read: Read): Promise<Meaning> {
  let given: unknown;
  const asked: unknown[][] = [];
  const getServerSession = (...args: unknown[]) => {
    asked.push(args);
    return Promise.resolve(SESSION);
  };
  const handler = () => "handled";
  const nextAuth = (options: unknown) => {
    given = options;
    return handler;
  };
  const server = { __esModule: true, default: nextAuth, getServerSession, unstable_getServerSession: getServerSession };
  const packages: Record<string, Exports> = {
    react: elements,
    "next-auth": server,
    "next-auth/next": server,
    "next-auth/jwt": { getToken: () => null },
    "next-auth/middleware": { __esModule: true, default: () => undefined, withAuth: () => () => undefined },
    "next-auth/providers/credentials": { __esModule: true, default: (options: object) => ({ id: "credentials", ...options }) },
    "next-auth/react": { SessionProvider: function SessionProvider() {} },
    "next/server": { NextResponse: {} },
  };
  const load = moduleLoader({ read, packages, alias: places.folder });
  const route = load(places.route);
  const answers: unknown[] = [];
  for (const path of places.servers) answers.push(await (load(path).who as () => Promise<unknown>)());
  for (const path of places.apiRoutes)
    await (load(path).default as (...args: unknown[]) => Promise<unknown>)({}, { json: (value: unknown) => answers.push(value) });
  const layout = await (load(places.layout).default as (props: object) => unknown)({ children: "CHILDREN", modal: "MODAL" });
  const { matcher } = (load(places.middleware).config ?? {}) as { matcher?: string | Matcher | (string | Matcher)[] };
  const matchers = matcher === undefined ? undefined : [matcher].flat().map((one) => (typeof one === "string" ? { source: one } : one));
  return {
    options: await answersOf(given),
    route: Object.fromEntries(
      Object.entries(route).flatMap(([name, value]) => (value === given ? [] : [[name, value === handler ? "handler" : value]])),
    ),
    answers,
    callsWithoutOptions: asked.filter((args) => args.at(-1) !== given).length,
    layout: withoutProviders(layout),
    isCovered: isCovered(layout),
    guarded: [...PAGES, ...OWN_PATHS].filter((path) => matches(matchers, path)),
  };
}

/** Data as it is, functions as what they answer when they are called. */
async function answersOf(value: unknown): Promise<unknown> {
  if (typeof value === "function") {
    const argument = { user: { email: null }, session: { id: 0 }, token: { sub: "1" }, email: "ada@example.com" };
    return { answers: (await (value as (...args: unknown[]) => unknown)(argument, {})) as unknown };
  }
  if (Array.isArray(value)) return Promise.all(value.map(answersOf));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(await Promise.all(Object.entries(value).map(async ([key, member]) => [key, await answersOf(member)] as const)));
}

interface Element {
  type: unknown;
  props: object | null;
  children: unknown[];
}

function isElement(value: unknown): value is Element {
  return typeof value === "object" && value !== null && "children" in value;
}

function nameOf({ type }: Element): string {
  return typeof type === "function" ? type.name : String(type);
}

function withoutProviders(tree: unknown): unknown {
  if (!isElement(tree)) return tree;
  const children = tree.children.flatMap((child): unknown[] => {
    const inner = withoutProviders(child);
    return isElement(inner) && /^(?:AuthProvider|fragment)$/.test(nameOf(inner)) ? inner.children : [inner];
  });
  return { ...tree, type: nameOf(tree), children };
}

/** The provider component is run to see what it renders around its children. */
function isCovered(tree: unknown, within = false): boolean {
  if (tree === "CHILDREN") return within;
  if (!isElement(tree)) return false;
  if (nameOf(tree) === "AuthProvider") {
    const rendered = (tree.type as (props: object) => unknown)({ ...tree.props, children: tree.children });
    if (isElement(rendered) && nameOf(rendered) === "SessionProvider") return tree.children.some((child) => isCovered(child, true));
  }
  return tree.children.some((child) => isCovered(child, within));
}
