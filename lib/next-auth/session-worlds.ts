import { literal, UNDEFINED, unknown, type Value } from "./session-values.ts";

/** One state that useSession can be in, with what it returns there. */
export interface World {
  readonly name: "loading" | "unauthenticated" | "authenticated" | "userless";
  readonly result: Value;
}

function world(name: World["name"], status: string, data: Value): World {
  const members: Record<string, Value> = { status: literal(status), data, update: unknown("update", true) };
  return { name, result: { type: "object", key: `useSession@${name}`, member: (key) => members[key] ?? UNDEFINED } };
}

function session(name: World["name"], user: Value): Value {
  return {
    type: "object",
    key: `session@${name}`,
    member: (key) => (key === "user" ? user : unknown(`session.${key}@${name}`, key === "expires")),
  };
}

/** `data` is undefined while loading, whatever its type says. https://next-auth.js.org/getting-started/client#usesession */
export const LOADING = world("loading", "loading", UNDEFINED);
export const UNAUTHENTICATED = world("unauthenticated", "unauthenticated", literal(null));
export const AUTHENTICATED = world(
  "authenticated",
  "authenticated",
  session("authenticated", { type: "object", key: "user@authenticated", member: (key) => unknown(`user.${key}@authenticated`) }),
);
/** Signed in, but the session callback returned something without a user: the difference of `!session` and `!session?.user`. */
export const USERLESS = world("userless", "authenticated", session("userless", UNDEFINED));
