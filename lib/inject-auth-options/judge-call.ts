import { entryKind, isTestFile } from "../project/entries.ts";
import type { Project } from "../project/project.ts";
import { isBelow } from "../workspace/app.ts";
import type { SourceFile } from "../workspace/source-file.ts";
import { isClientOnly, reachOf } from "../next-auth/client-graph.ts";
import type { SessionCall } from "../next-auth/session-calls.ts";

/** What is to be done about one call. */
export type Verdict =
  | { kind: "right" }
  /** Not ours: client code that may ask like this, a test. */
  | { kind: "apart" }
  /** The options become the only argument, or stand behind the request and the response. */
  | { kind: "repair"; as: "only" | "third" }
  | { kind: "left"; rule: string; message: string };

const RIGHT: Verdict = { kind: "right" };
const APART: Verdict = { kind: "apart" };

/** Decides about one call, whether or not there are options to give it. */
export function judgeCall(project: Project, call: SessionCall): Verdict {
  if (isTestFile(call.file.path)) return APART;
  if (call.name === "getSession") return judgeClientCall(project, call);
  if (call.name === "unstable_getServerSession")
    return call.given === "options" ? RIGHT : left("unstable-get-server-session", "unstable_getServerSession is called without options.");
  return judgeServerCall(project, call);
}

function judgeServerCall(project: Project, { file, given }: SessionCall): Verdict {
  const { client } = reachOf(project, file);
  if (client !== undefined && (given !== "options" || isClientOnly(project, file)))
    return left(
      "session-call-in-client",
      `getServerSession is called in code that is sent to the browser: ${client === file ? 'this file is marked "use client"' : `${client.path} imports this file`}.`,
    );
  switch (given) {
    case "options":
      return RIGHT;
    case "spread":
      return left("session-call-spread", "Whether this call gets the options depends on its callers: a spread argument stands for them.");
    case "misplaced":
      return left("session-call-misplaced-options", "The options stand in the place of the response, so this call runs without them.");
    default: {
      const router = routerOf(project, file);
      if (given === "request-and-response") return { kind: "repair", as: router === "app" ? "only" : "third" };
      if (router === "pages")
        return left(
          "session-call-needs-request",
          "In the Pages Router getServerSession reads the session from the request and the response it is given; here it gets none.",
        );
      return { kind: "repair", as: "only" };
    }
  }
}

/** `getSession()` of `next-auth/react`: right in the browser, null where the App Router runs it on the server. */
function judgeClientCall(project: Project, { file, given }: SessionCall): Verdict {
  const { client, server, elsewhere } = reachOf(project, file);
  if (!server) return APART;
  const asksPlainly = given === "nothing" || given === "request";
  if (client === undefined && !elsewhere) {
    return asksPlainly
      ? { kind: "repair", as: "only" }
      : left(
          "get-session-on-server",
          "getSession() of next-auth/react runs on the server here: it is null unless its argument hands on the request's cookie header.",
        );
  }
  if (!asksPlainly) return APART;
  return left(
    "get-session-shared",
    `getSession() is null where the server runs this file, and it cannot become getServerSession: ${client ? `${client.path} brings the file to the browser` : "code outside the App Router uses the file too"}.`,
  );
}

/** Which router a file's code runs in, by its place, else by who imports it. */
function routerOf(project: Project, file: SourceFile): "app" | "pages" | "unknown" {
  const { appDir } = project.app;
  if (appDir !== undefined && isBelow(file.path, appDir)) return "app";
  if (entryKind(project, file.path) === "pages") return "pages";
  const { server, elsewhere } = reachOf(project, file);
  return server === elsewhere ? "unknown" : server ? "app" : "pages";
}

function left(rule: string, message: string): Verdict {
  return { kind: "left", rule, message };
}
