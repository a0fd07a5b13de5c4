import type { CallExpression, Node } from "@babel/types";
import { reachOf } from "../../next-auth/client-graph.ts";
import { sessionReads } from "../../next-auth/session-reads.ts";
import type { Project } from "../../project/project.ts";
import { routerFiles, urlOf } from "../../project/segments.ts";
import { bindingAt } from "../../syntax/bindings.ts";
import { propertyValue, unwrap } from "../../syntax/expressions.ts";
import type { SourceFile } from "../../workspace/source-file.ts";
import { defineCause } from "../cause.ts";

export const serverSessionSelfFetch = defineCause({
  name: "server-session-self-fetch",
  severity: "warning",
  summary: "Server code fetches a route of its own app that reads the session, without handing on the cookies.",
  why: "A `fetch` on the server is a new request that knows nothing of the visitor's: his cookies are not sent with it. The route that answers sees nobody signed in.",
  help: 'Call the function behind the route directly. Where it has to be a request, hand the cookies on: fetch(url, { headers: { cookie: (await headers()).get("cookie") ?? "" } }).',
  docs: "https://nextjs.org/docs/app/api-reference/functions/headers",
  example: {
    broken: "const response = await fetch(`${process.env.NEXTAUTH_URL}/api/orders`);",
    repaired: "const orders = await findOrders(session.user.id);",
  },
  look(project, found) {
    const readers = routerFiles(project, "route").filter((file) => sessionReads(project, file).length > 0);
    if (readers.length === 0) return;
    for (const file of project.mentioning(["fetch("])) {
      if (!OWN_URL.test(file.text) || !file.parses) continue;
      const calls = file.nodes("CallExpression").filter((call) => isPlainFetch(file, call));
      if (calls.length === 0) continue;
      const { server, client } = reachOf(project, file);
      if (!server || client) continue;
      for (const call of calls) {
        const route = readerAt(project, readers, pathOf(file, call.arguments[0]!), methodOf(call));
        if (route) found(file, call, `${route.path} reads the session, but this request brings no cookies: nobody is signed in there.`);
      }
    }
  },
});

const OWN_URL = /["'`](?:https?:\/\/localhost|\$\{process\.env\.|https:\/\/\$\{process\.env\.)/;

/** A call of the global fetch that sets no headers. */
function isPlainFetch(file: SourceFile, { callee, arguments: [url, init] }: CallExpression): boolean {
  if (callee.type !== "Identifier" || callee.name !== "fetch" || url === undefined || bindingAt(file, callee, "fetch")) return false;
  if (init === undefined) return true;
  return (
    init.type === "ObjectExpression" &&
    propertyValue(init, "headers") === undefined &&
    init.properties.every(
      (property) =>
        property.type === "ObjectProperty" &&
        !property.computed &&
        !(property.key.type === "Identifier" && property.key.name === "headers"),
    )
  );
}

function methodOf({ arguments: [, init] }: CallExpression): string {
  const method = init && propertyValue(init, "method");
  return method?.type === "StringLiteral" ? method.value.toUpperCase() : "GET";
}

/** The path of an URL of the app itself: `${process.env.NEXTAUTH_URL}/api/x`, `http://localhost:3000/api/x`. */
function pathOf(file: SourceFile, url: Node): string | undefined {
  const node = unwrap(url);
  const text = node.type === "StringLiteral" ? node.value : node.type === "TemplateLiteral" ? file.slice(node).slice(1, -1) : "";
  const own =
    /^(?:https?:\/\/localhost(?::\d+)?|\$\{process\.env\.(?:NEXTAUTH_URL|NEXT_PUBLIC_\w*URL|VERCEL_URL)\}|https:\/\/\$\{process\.env\.VERCEL_URL\})(\/api\/[^?#]*)/.exec(
      text,
    );
  return own?.[1]?.replace(/\$\{[^}]*\}/g, "*").replace(/\/$/, "");
}

function readerAt(project: Project, readers: readonly SourceFile[], path: string | undefined, method: string): SourceFile | undefined {
  if (path === undefined) return undefined;
  return readers.find((route) => {
    const pattern = urlOf(project, route.path)
      .split("/")
      .map((part) => (/^\[\[?\.\.\./.test(part) ? ".*" : /^\[/.test(part) ? "[^/]+" : part.replace(/[.*+?^$()|{}\\]/g, "\\$&")));
    return new RegExp(`^${pattern.join("/")}$`).test(path) && new RegExp(`\\b${method}\\b`).test(route.text);
  });
}
