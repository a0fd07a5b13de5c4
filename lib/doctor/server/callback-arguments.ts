import type { Node } from "@babel/types";
import { callbacks, type Callback } from "../../next-auth/callbacks.ts";
import { keepsSessionsInDatabase } from "../../next-auth/without-options.ts";
import { bindingOf } from "../../syntax/bindings.ts";
import { canComplete } from "../../syntax/completion.ts";
import { unwrap } from "../../syntax/expressions.ts";
import { functionAround } from "../../syntax/functions.ts";
import { propReferences } from "../../syntax/props.ts";
import type { SourceFile } from "../../workspace/source-file.ts";
import { defineCause } from "../cause.ts";

const DOCS = "https://next-auth.js.org/configuration/callbacks";

export const callbackV3Signature = defineCause({
  name: "callback-v3-signature",
  severity: "error",
  summary: "A callback takes its arguments one by one, as in next-auth 3.",
  why: "Since version 4 every callback is given one object: `jwt({ token, user })`, `session({ session, token })`, `redirect({ url, baseUrl })`. In a callback with two parameters the first is that whole object and the others are undefined, so reading a field of them throws, and what is returned is no token and no session.",
  help: "Take the parameters out of one object: `async session({ session, token })`.",
  docs: "https://next-auth.js.org/getting-started/upgrade-v4#callbacks",
  example: {
    broken: "async session(session, token) {\n  session.user.id = token.sub;\n  return session;\n}",
    repaired: "async session({ session, token }) {\n  session.user.id = token.sub;\n  return session;\n}",
  },
  look(project, found) {
    for (const { name, file, fn } of callbacks(project)) {
      const [first, second] = fn.params;
      if (first?.type !== "Identifier" || second?.type !== "Identifier") continue;
      const isUsed = fn.params.slice(1).some((param) => param.type === "Identifier" && (bindingOf(file, param)?.values.length ?? 0) > 0);
      if (isUsed)
        found(file, fn, `The ${name} callback is called with one object: ${first.name} is all of it, and ${second.name} is undefined.`);
    }
  },
});

export const sessionCallbackTokenWithDatabase = defineCause({
  name: "session-callback-token-with-database",
  severity: "error",
  summary: "The session callback reads the token, but sessions are in a database.",
  why: "With database sessions there is no token: the session callback is given `session` and `user`. Reading a field of the missing token throws, next-auth logs JWT_SESSION_ERROR or SESSION_ERROR, and the session is null.",
  help: 'Read from user instead (session.user.id = user.id), or set session: { strategy: "jwt" }.',
  docs: `${DOCS}#session-callback`,
  example: {
    broken: "async session({ session, token }) {\n  session.user.id = token.sub;\n  return session;\n}",
    repaired: "async session({ session, user }) {\n  session.user.id = user.id;\n  return session;\n}",
  },
  look(project, found) {
    for (const callback of callbacks(project)) {
      const inDatabase = callback.name === "session" ? keepsSessionsInDatabase(project, callback.options) : false;
      const read = inDatabase === false ? undefined : unguardedRead(callback, "token");
      if (read)
        found(
          callback.file,
          read,
          `There is no token with database sessions, so ${callback.file.slice(read)} throws and the session is null.`,
          inDatabase ? {} : { severity: "warning" },
        );
    }
  },
});

export const jwtCallbackUserUnguarded = defineCause({
  name: "jwt-callback-user-unguarded",
  severity: "error",
  summary: "The jwt callback reads the user, the account or the profile as if it were always there.",
  why: "`user`, `account` and `profile` are given to the jwt callback when somebody signs in, and never again. On the next request, a refresh for one, they are undefined: reading a field of them throws, next-auth logs JWT_SESSION_ERROR, and the session is null.",
  help: "Read it only where it is there: `if (user) token.id = user.id;`.",
  docs: `${DOCS}#jwt-callback`,
  example: {
    broken: "async jwt({ token, user }) {\n  token.id = user.id;\n  return token;\n}",
    repaired: "async jwt({ token, user }) {\n  if (user) token.id = user.id;\n  return token;\n}",
  },
  look(project, found) {
    for (const callback of callbacks(project)) {
      if (callback.name !== "jwt") continue;
      const read = ["user", "account", "profile"].map((name) => unguardedRead(callback, name)).find((one) => one !== undefined);
      if (read)
        found(
          callback.file,
          read,
          `On every request after signing in ${callback.file.slice(read)} throws, since its object is undefined then: the session is null.`,
        );
    }
  },
});

/** The first `name.field` that every call of the callback comes to: not behind a condition, a return, a catch or in a function. */
function unguardedRead({ file, fn }: Callback, name: string): Node | undefined {
  if (fn.params[0]?.type !== "ObjectPattern" && fn.params[0]?.type !== "Identifier") return undefined;
  // `{ token, user = {} }`
  if (new RegExp(`\\b${name}\\b\\s*(?::\\s*\\w+\\s*)?=`).test(file.slice(fn.params[0]))) return undefined;
  return propReferences(file, fn as Parameters<typeof propReferences>[1], name)
    .filter(({ type }) => type === "Identifier" || type === "MemberExpression")
    .flatMap((reference) => {
      let value = reference;
      for (let parent = file.parent(value); parent && unwrap(parent) === reference; parent = file.parent(value)) value = parent;
      const member = file.parent(value);
      if (member?.type !== "MemberExpression" || member.object !== value) return [];
      // What the callback assigns itself may be there.
      const isOwn = reference.type === "Identifier" && bindingOf(file, reference)?.constant === false;
      return !isOwn && alwaysRuns({ file, fn }, member) ? [member] : [];
    })[0];
}

const BRANCHES =
  /^(?:IfStatement|ConditionalExpression|LogicalExpression|SwitchStatement|TryStatement|ForStatement|ForInStatement|ForOfStatement|WhileStatement|OptionalMemberExpression|OptionalCallExpression|AssignmentPattern|CatchClause)$/;

function alwaysRuns({ file, fn }: Pick<Callback, "file" | "fn">, node: Node): boolean {
  if (functionAround(file, node) !== fn) return false;
  let inner = node;
  for (const outer of file.ancestors(node)) {
    if (outer === fn) return fn.body === inner;
    if (
      outer.type === "BlockStatement" &&
      !outer.body
        .slice(
          0,
          outer.body.findIndex((one) => one === inner),
        )
        .every((one) => canComplete(one) && !mayLeave(file, one))
    )
      return false;
    const isTest = (outer.type === "IfStatement" || outer.type === "ConditionalExpression") && outer.test === inner;
    const isLeft = outer.type === "LogicalExpression" && outer.left === inner;
    const isDiscriminant = outer.type === "SwitchStatement" && outer.discriminant === inner;
    if (BRANCHES.test(outer.type) && !isTest && !isLeft && !isDiscriminant) return false;
    inner = outer;
  }
  return false;
}

/** Whether a statement has a return or a throw in it: what is behind it may not run. */
function mayLeave(file: SourceFile, statement: Node): boolean {
  return [...file.nodes("ReturnStatement"), ...file.nodes("ThrowStatement")].some(
    (one) => statement.start! <= one.start! && one.end! <= statement.end!,
  );
}
