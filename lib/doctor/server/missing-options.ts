import { isClientOnly } from "../../next-auth/client-graph.ts";
import { serverSessionCalls } from "../../next-auth/session-reads.ts";
import { withoutOptions } from "../../next-auth/without-options.ts";
import { entryKind } from "../../project/entries.ts";
import { defineCause } from "../cause.ts";

const DOCS = "https://next-auth.js.org/configuration/nextjs#getserversession";

export const serverSessionNoOptions = defineCause({
  name: "server-session-no-options",
  severity: "warning",
  summary: "getServerSession is called without the options.",
  why: "`getServerSession()` without options is not always null. With token sessions, the default cookie names and the secret in NEXTAUTH_SECRET it returns a stripped session: name, email and image, but no id and no role, because none of your callbacks runs. It is null where the secret is only in the options, where sessions are in a database, or where the options name the cookies or encode the token themselves. In production it throws where no secret is in the environment. Where the options have no session callback, no adapter and no cookies or secret of their own, it returns what it would with them, until they have. An argument that is not the options (`undefined`, `{}`, the request) is as good as none.",
  help: "Pass the same options object that NextAuth is given: getServerSession(authOptions).",
  docs: DOCS,
  example: {
    broken: "const session = await getServerSession();",
    repaired: 'import { authOptions } from "@/lib/auth";\n\nconst session = await getServerSession(authOptions);',
  },
  repairedBy: "inject-auth-options",
  look(project, found) {
    for (const { file, call, given } of serverSessionCalls(project)) {
      if (!["nothing", "request"].includes(given) || isClientOnly(project, file) || entryKind(project, file.path) === "pages") continue;
      const { gives, because } = withoutOptions(project);
      const what =
        given === "request"
          ? "This getServerSession takes the request for its options, so it runs without them"
          : "This getServerSession gets no options";
      if (gives === "null") found(file, call, `${what}: the session is always null here, because ${because}.`, { severity: "error" });
      else if (gives === "same")
        found(
          file,
          call,
          `${what}. Today that makes no difference, because ${because}; it will with the first callback, adapter or cookie in them.`,
          { severity: "info" },
        );
      else if (gives === "maybe-null")
        found(file, call, `${what}: the session is null here or lacks what your callbacks add, because ${because}.`);
      else
        found(
          file,
          call,
          `${what}: it returns name, email and image only (no id, no role), because ${because}; and null where the secret is not in NEXTAUTH_SECRET.`,
        );
    }
  },
});

const LACKS = "lacks what your callbacks add, or is null";

export const serverSessionTwoArguments = defineCause({
  name: "server-session-two-arguments",
  severity: "warning",
  summary: "getServerSession gets the request and the response, but no options behind them.",
  why: "Options are the third argument of `getServerSession(req, res, options)`. With two, it runs without any: the session lacks what your callbacks add, or is null, as with `getServerSession()`. In a route handler of the App Router, which has no such response, the options are the only argument.",
  help: "In the Pages Router pass all three: getServerSession(req, res, authOptions). In the App Router pass the options only: getServerSession(authOptions).",
  docs: DOCS,
  example: {
    broken: "const session = await getServerSession(req, res);",
    repaired: "const session = await getServerSession(req, res, authOptions);",
  },
  repairedBy: "inject-auth-options",
  look(project, found) {
    for (const { file, call, given } of serverSessionCalls(project)) {
      if (given !== "request-and-response" && given !== "misplaced") continue;
      const { gives, because } = withoutOptions(project);
      const what =
        given === "misplaced"
          ? "The options stand in the place of the response, where getServerSession does not look for them"
          : "This getServerSession gets no options as third argument";
      const effect = { null: "is null", same: "is right today only", stripped: LACKS, "maybe-null": LACKS }[gives];
      const message = `${what}: the session ${effect}, because ${because}.`;
      if (given === "misplaced")
        found(file, call, message, {
          byHand:
            "Move the options: getServerSession(authOptions) in the App Router, getServerSession(req, res, authOptions) in the Pages Router.",
        });
      else found(file, call, message, gives === "null" ? { severity: "error" } : gives === "same" ? { severity: "info" } : {});
    }
  },
});

export const serverSessionWithoutRequest = defineCause({
  name: "server-session-without-request",
  severity: "error",
  summary: "getServerSession is called in the Pages Router without the request and the response.",
  why: "With no or one argument getServerSession asks `next/headers` for the request. That exists in the App Router only: in an API route, in getServerSideProps and in everything else of `pages/` the call throws that `headers` was called outside a request scope.",
  help: "Pass all three: getServerSession(req, res, authOptions), in getServerSideProps getServerSession(context.req, context.res, authOptions).",
  docs: DOCS,
  example: {
    broken: "export default async function handler(req, res) {\n  const session = await getServerSession(authOptions);\n}",
    repaired: "export default async function handler(req, res) {\n  const session = await getServerSession(req, res, authOptions);\n}",
  },
  look(project, found) {
    for (const { file, call } of serverSessionCalls(project)) {
      if (entryKind(project, file.path) !== "pages" || call.arguments.length > 1 || call.arguments[0]?.type === "SpreadElement") continue;
      found(
        file,
        call,
        "getServerSession has no request here: with fewer than two arguments it asks next/headers for it, which throws in the Pages Router.",
      );
    }
  },
});

export const serverSessionLegacyName = defineCause({
  name: "server-session-legacy-name",
  severity: "info",
  summary: "unstable_getServerSession is called by its old name.",
  why: "It is `getServerSession` since next-auth 4.19. The old name logs a deprecation warning at every call and is gone in version 5; the session it returns is the same.",
  help: "Import and call getServerSession instead.",
  docs: DOCS,
  example: {
    broken: 'import { unstable_getServerSession } from "next-auth/next";',
    repaired: 'import { getServerSession } from "next-auth/next";',
  },
  look(project, found) {
    for (const { name, file, call } of serverSessionCalls(project))
      if (name === "unstable_getServerSession") found(file, call, "unstable_getServerSession is the old name of getServerSession.");
  },
});
