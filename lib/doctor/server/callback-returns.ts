import type { Node } from "@babel/types";
import { callbacks, type Callback } from "../../next-auth/callbacks.ts";
import { completionOf, type Completion } from "../../syntax/completion.ts";
import { unwrap } from "../../syntax/expressions.ts";
import { functionAround } from "../../syntax/functions.ts";
import { propReferences } from "../../syntax/props.ts";
import { defineCause } from "../cause.ts";

const DOCS = "https://next-auth.js.org/configuration/callbacks";

export const sessionCallbackNoReturn = defineCause({
  name: "session-callback-no-return",
  severity: "error",
  summary: "The session callback has a way that returns nothing.",
  why: "What the session callback returns is the session. Where it returns nothing, `/api/auth/session` answers with an empty object and getServerSession with null, without a line in the log: the user is signed in and has no session.",
  help: "End every way through the callback with return session.",
  docs: `${DOCS}#session-callback`,
  example: {
    broken: "async session({ session, token }) {\n  session.user.id = token.sub;\n}",
    repaired: "async session({ session, token }) {\n  session.user.id = token.sub;\n  return session;\n}",
  },
  look(project, found) {
    for (const callback of callbacks(project)) {
      const end = callback.name === "session" ? endOf(callback) : undefined;
      if (end === "never") found(callback.file, callback.fn, "The session callback returns nothing, so the session is null for everybody.");
      else if (end === "sometimes")
        found(callback.file, callback.fn, "One way through the session callback returns nothing; whoever takes it has no session.", {
          severity: "warning",
        });
    }
  },
});

export const jwtCallbackNoReturn = defineCause({
  name: "jwt-callback-no-return",
  severity: "error",
  summary: "The jwt callback has a way that returns nothing.",
  why: 'What the jwt callback returns is written into the cookie. Where it returns nothing, the session callback gets no token (reading a field of it throws, and the session is null), and the cookie that is written next is empty: after signing in, `/api/auth/session` is `{"user":{}}`, with the status "authenticated".',
  help: "End every way through the callback with return token.",
  docs: `${DOCS}#jwt-callback`,
  example: {
    broken: "async jwt({ token, user }) {\n  if (user) token.role = user.role;\n}",
    repaired: "async jwt({ token, user }) {\n  if (user) token.role = user.role;\n  return token;\n}",
  },
  look(project, found) {
    for (const callback of callbacks(project)) {
      const end = callback.name === "jwt" ? endOf(callback) : undefined;
      if (end === "never")
        found(callback.file, callback.fn, "The jwt callback returns nothing, so the token is lost, and the session with it.");
      else if (end === "sometimes")
        found(
          callback.file,
          callback.fn,
          "One way through the jwt callback returns nothing; whoever takes it loses the token, and the session with it.",
          { severity: "warning" },
        );
    }
  },
});

/** Whether a callback returns a value: `never`, `sometimes`, or always (undefined). One that only throws is somebody's decision. */
function endOf({ file, fn }: Callback): "never" | "sometimes" | undefined {
  const completion = completionOf(file, fn);
  if (completion === undefined || !completion.fallsThrough) return undefined;
  return completion.returns.some(({ argument }) => argument) ? "sometimes" : "never";
}

export const jwtCallbackDropsToken = defineCause({
  name: "jwt-callback-drops-token",
  severity: "info",
  summary: "The jwt callback returns a new object without what the token held.",
  why: "The object that the jwt callback returns replaces the token. What is not in it is gone from then on: `sub` (the user's id), name, email and picture, and what earlier calls have put there. On a refresh only `token` is given, so what is not taken from it is lost.",
  help: "Start from the token: return { ...token, id: user.id }.",
  docs: `${DOCS}#jwt-callback`,
  example: {
    broken: "async jwt({ token, user }) {\n  return { id: user?.id, role: user?.role };\n}",
    repaired: "async jwt({ token, user }) {\n  return user ? { ...token, id: user.id, role: user.role } : token;\n}",
  },
  look(project, found) {
    for (const callback of callbacks(project)) {
      if (callback.name !== "jwt") continue;
      const { file, fn } = callback;
      const names = propReferences(file, fn as Parameters<typeof propReferences>[1], "token");
      for (const value of returnedValues(callback)) {
        if (value.type !== "ObjectExpression" || value.properties.some(({ type }) => type === "SpreadElement")) continue;
        if (names.some((name) => value.start! <= name.start! && name.end! <= value.end!)) continue;
        found(file, value, "This object replaces the token and takes nothing over from it.");
      }
    }
  },
});

export const sessionCallbackReturnsToken = defineCause({
  name: "session-callback-returns-token",
  severity: "warning",
  summary: "The session callback returns the token instead of the session.",
  why: "The session is then the token as it is: its fields stand at the top (`session.role`), and there is no `session.user`. Code that reads `session.user` finds nobody, on the server and in the browser.",
  help: "Put what you need into the session and return that: session.user.id = token.sub; return session.",
  docs: `${DOCS}#session-callback`,
  example: {
    broken: "async session({ token }) {\n  return token;\n}",
    repaired: "async session({ session, token }) {\n  session.user.id = token.sub;\n  return session;\n}",
  },
  look(project, found) {
    for (const callback of callbacks(project)) {
      if (callback.name !== "session") continue;
      const tokens = propReferences(callback.file, callback.fn as Parameters<typeof propReferences>[1], "token");
      for (const value of returnedValues(callback))
        if (tokens.includes(value)) found(callback.file, value, "This returns the token, so the session has no user.");
    }
  },
});

function returnedValues({ file, fn }: Callback): Node[] {
  const completion: Completion | undefined = completionOf(file, fn);
  const values = completion ? completion.returns.flatMap(({ argument }) => argument ?? []) : [fn.body];
  return values.map(unwrap).filter((value) => completion === undefined || functionAround(file, value) === fn);
}
