import type { Node } from "@babel/types";
import { isClientOnly } from "../../next-auth/client-graph.ts";
import { optionObjects, type OptionsObject } from "../../next-auth/option-fields.ts";
import { identityOf, optionsValue } from "../../next-auth/options-value.ts";
import { authRoutes, nextAuthCalls } from "../../next-auth/route-handler.ts";
import { optionsArgument } from "../../next-auth/session-calls.ts";
import { serverSessionCalls } from "../../next-auth/session-reads.ts";
import { withoutOptions } from "../../next-auth/without-options.ts";
import { definitionOf } from "../../project/definition.ts";
import { isTestFile } from "../../project/entries.ts";
import type { Project } from "../../project/project.ts";
import { propertyValue } from "../../syntax/expressions.ts";
import { defineCause } from "../cause.ts";

const DOCS = "https://next-auth.js.org/configuration/nextjs#getserversession";

export const optionsInline = defineCause({
  name: "options-inline",
  severity: "info",
  summary: "The options are written inside the call of NextAuth, so nothing else can be given them.",
  why: "getServerSession needs the same options object that NextAuth has. Written inline it has no name, so the session is read without it: stripped of what the callbacks add, or null.",
  help: "Give the options a name in a file of their own, and pass that to NextAuth and to getServerSession.",
  docs: DOCS,
  example: {
    broken: "const handler = NextAuth({ providers: [GitHub(credentials)] });",
    repaired: 'import { authOptions } from "@/lib/auth";\n\nconst handler = NextAuth(authOptions);',
  },
  repairedBy: "extract-auth-options",
  look(project, found) {
    const isRead = withoutOptions(project).gives !== "same" && serverSessionCalls(project).some(({ file }) => !isClientOnly(project, file));
    for (const { file, calls } of authRoutes(project)) {
      for (const { call, options, form } of calls) {
        if (form !== "options" || !options || optionsValue(project, file, options).kind !== "inline") continue;
        if (isRead)
          found(file, call, "The options have no name here, and the app reads the session on the server, where it needs them.", {
            severity: "warning",
          });
        else found(file, call, "The options have no name here: as soon as the session is read on the server, it needs them.");
      }
    }
  },
});

export const optionsPerRequest = defineCause({
  name: "options-per-request",
  severity: "info",
  summary: "The options are built for each request, so there is no object to give to getServerSession.",
  why: "`NextAuth(req, ctx, options)` and options made by a function may hold something that only the request knows. What getServerSession is given cannot be the same object; where it differs in the secret, the cookies, the strategy or the callbacks, the session on the server is another one than in the browser.",
  help: "Keep what does not depend on the request in a constant of its own file, extend it in the route (NextAuth(req, ctx, { ...authOptions, callbacks })), and pass the constant to getServerSession.",
  docs: "https://next-auth.js.org/configuration/initialization#advanced-initialization",
  example: {
    broken: "export async function GET(req, ctx) {\n  return NextAuth(req, ctx, { providers: [], callbacks: callbacksFor(req) });\n}",
    repaired: "export async function GET(req, ctx) {\n  return NextAuth(req, ctx, { ...authOptions, callbacks: callbacksFor(req) });\n}",
  },
  look(project, found) {
    for (const { file, calls } of authRoutes(project)) {
      for (const { call, options } of calls) {
        const kind = options && optionsValue(project, file, options).kind;
        if (kind !== "per-request" && kind !== "factory") continue;
        found(
          file,
          call,
          kind === "factory"
            ? "The options are made by a function. Every getServerSession has to be given what it returns, not the function."
            : "The options are put together inside this function, so no other file can name them.",
        );
      }
    }
  },
});

export const optionsDuplicated = defineCause({
  name: "options-duplicated",
  severity: "warning",
  summary: "A session is read with other options than it is written with.",
  why: "NextAuth and getServerSession have to be given the same options. With two objects, a change to one (a callback, the secret, the strategy) is missing in the other: the session is null on the server, or lacks fields that the browser has.",
  help: "Keep one options object in one file, and pass it to NextAuth and to every getServerSession.",
  docs: DOCS,
  example: {
    broken: "// route.ts\nNextAuth(authOptions);\n// page.tsx\ngetServerSession({ providers: [], secret: process.env.NEXTAUTH_SECRET });",
    repaired: "// page.tsx\ngetServerSession(authOptions);",
  },
  look(project, found) {
    const written = optionObjects(project).map(({ object }) => object as Node);
    const homes = new Set(
      authRoutes(project).flatMap(({ calls }) =>
        calls.flatMap(({ file, options }) => (options ? [identityOf(optionsValue(project, file, options))] : [])),
      ),
    );
    if (written.length === 0) return;
    for (const call of serverSessionCalls(project)) {
      const argument = optionsArgument(call);
      if (argument === undefined || isClientOnly(project, call.file)) continue;
      const { file, node } = definitionOf(project, { file: call.file, node: argument });
      if (node.type !== "ObjectExpression" || written.includes(node) || homes.has(identityOf(optionsValue(project, call.file, argument))))
        continue;
      if (node.properties.some(({ type }) => type === "SpreadElement") || propertyValue(node, "req")) continue;
      if (optionObjects(project).some((options) => isCopyOf(project, options, node))) continue;
      found(
        call.file,
        argument,
        `These are other options${file === call.file ? "" : ` (in ${file.path})`} than NextAuth is given: where the two differ, the session is null here or lacks fields.`,
      );
    }
  },
});

/** `{ ...options }` and nothing beside it. */
function isCopyOf(project: Project, { file, object }: OptionsObject, original: Node): boolean {
  const [only, ...others] = object.properties;
  return only?.type === "SpreadElement" && others.length === 0 && definitionOf(project, { file, node: only.argument }).node === original;
}

export const routeConfiguredTwice = defineCause({
  name: "next-auth-configured-twice",
  severity: "warning",
  summary: "Two auth routes configure NextAuth differently.",
  why: "Both routers' auth routes, or two catch-all routes, answer `/api/auth` with options of their own. Which one a request meets decides what its session holds, and a session written by one may be unreadable to the other.",
  help: "Keep one route and one options object.",
  docs: DOCS,
  example: {
    broken:
      "// pages/api/auth/[...nextauth].ts\nexport default NextAuth({ providers: [] });\n// app/api/auth/[...nextauth]/route.ts\nconst handler = NextAuth(authOptions);",
  },
  look(project, found) {
    const all = authRoutes(project)
      .filter(({ file }) => !isTestFile(file.path))
      .flatMap(({ file }) => nextAuthCalls(project, file).slice(0, 1));
    const [first, ...others] = all.filter(({ options }) => options !== undefined);
    if (first === undefined) return;
    const identity = identityOf(optionsValue(project, first.file, first.options!));
    for (const { file, call, options } of others)
      if (identityOf(optionsValue(project, file, options!)) !== identity)
        found(file, call, `${first.file.path} gives NextAuth other options than this route does.`);
  },
});
