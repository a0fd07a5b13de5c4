import type { Node } from "@babel/types";
import { buildChecks, checksTypes } from "../../next-auth/build-checks.ts";
import { consumers } from "../../next-auth/consumers.ts";
import { coverageOf } from "../../next-auth/provider-coverage.ts";
import { rootLayouts } from "../../next-auth/root-layouts.ts";
import { reachOf } from "../../next-auth/client-graph.ts";
import { entryKind } from "../../project/entries.ts";
import { filesThatUse } from "../../project/module-graph.ts";
import type { Project } from "../../project/project.ts";
import { isClientFile } from "../../syntax/directives.ts";
import { exportsOf } from "../../syntax/exports.ts";
import { unwrap } from "../../syntax/expressions.ts";
import { importBindings } from "../../syntax/imports.ts";
import { isBelow } from "../../workspace/app.ts";
import { nestedProviders } from "../../wrap-root-layout/misplaced.ts";
import { defineCause } from "../cause.ts";
import { CLIENT_DOCS, CONTEXT_DOCS } from "./docs.ts";
import { attributeOf, sessionProviders, type ProviderElement } from "./session-providers.ts";
import { wrappingOf } from "./wrapping.ts";

const DOCS = `${CLIENT_DOCS}#sessionprovider`;
const REPAIR = "wrap-root-layout";

export const providerMissing = defineCause({
  name: "provider-missing",
  severity: "error",
  summary: "useSession is called, and no layout renders a SessionProvider.",
  why: "useSession reads a React context that only SessionProvider fills. Without one, development throws \"[next-auth]: `useSession` must be wrapped in a <SessionProvider />\"; in production the hook returns undefined, and the build or the page fails with \"Cannot destructure property 'data' of '…' as it is undefined\".",
  help: "Render a client component with SessionProvider around the root layout's content.",
  docs: DOCS,
  repairedBy: REPAIR,
  example: { broken: "<body>{children}</body>", repaired: "<body><AuthProvider>{children}</AuthProvider></body>" },
  look(project, found) {
    const { plan } = wrappingOf(project);
    const { uncovered } = consumers(project);
    for (const { entry, component, dir } of rootLayouts(project)) {
      const file = component.kind === "declared" ? component.file : entry;
      const work = plan?.files.get(file.path);
      const [first] = uncovered.filter((one) => isBelow(one.entry.path, dir));
      if (!first || !work || work.wraps.length === 0) continue;
      const { line } = first.consumer.file.position(first.consumer.node);
      found(
        entry,
        undefined,
        `No SessionProvider is rendered here, and ${first.consumer.file.path}:${line} calls useSession below it: that throws in development, and returns undefined in production.`,
      );
    }
  },
});

export const providerInServer = defineCause({
  name: "provider-in-server",
  severity: "error",
  summary: "SessionProvider is rendered by a server component.",
  why: 'next-auth/react has no "use client" in version 4, so in a server component it is server code, where React has no context: the build stops with "React Context is unavailable in Server Components".',
  help: 'Render it in a file of its own that begins with "use client", and that component here.',
  docs: CONTEXT_DOCS,
  repairedBy: REPAIR,
  example: {
    broken:
      'import { SessionProvider } from "next-auth/react";\nexport default function RootLayout({ children }) {\n  return <html><body><SessionProvider>{children}</SessionProvider></body></html>;\n}',
    repaired:
      'import AuthProvider from "@/components/AuthProvider"; // "use client"\nexport default function RootLayout({ children }) {\n  return <html><body><AuthProvider>{children}</AuthProvider></body></html>;\n}',
  },
  look(project, found) {
    for (const provider of sessionProviders(project)) {
      const { file, element } = provider;
      const { client, server } = reachOf(project, file);
      if (client !== undefined || !server || comesFromClientFile(project, provider)) continue;
      // What only a barrel brings in is perhaps never rendered.
      const isRendered =
        entryKind(project, file.path) === "app" || filesThatUse(project, file.path).some((user) => entryKind(project, user.path) === "app");
      found(
        file,
        element,
        'SessionProvider is rendered here by server code: the build stops with "React Context is unavailable in Server Components".',
        { severity: isRendered ? "error" : "warning" },
      );
    }
  },
});

/** `export default SessionProvider` of a client file is a client component already, whoever renders it. */
function comesFromClientFile(project: Project, { file, element }: ProviderElement): boolean {
  const [name] = file.slice(element.openingElement.name).split(".");
  const imported = importBindings(file).find(({ local }) => local.name === name);
  const home = imported && !imported.source.startsWith("next-auth") ? project.follow(imported.source, file) : undefined;
  return home !== undefined && home.parses && (isClientFile(home) || !home.text.includes("next-auth/react"));
}

export const providerClientLayout = defineCause({
  name: "provider-client-layout",
  severity: "info",
  summary: "The root layout is a client component for the sake of SessionProvider.",
  why: 'A layout with "use client" can export no metadata (the build stops) and cannot be async, so that nobody can read the session on the server there and hand it down. next-auth asks for a client component around SessionProvider, not for a client layout.',
  help: 'Move SessionProvider to a client component of its own, and drop the layout\'s "use client".',
  docs: CONTEXT_DOCS,
  repairedBy: REPAIR,
  example: {
    broken:
      '"use client";\nexport default function RootLayout({ children }) { return <html><body><SessionProvider>{children}</SessionProvider></body></html>; }',
    repaired:
      "export default function RootLayout({ children }) { return <html><body><AuthProvider>{children}</AuthProvider></body></html>; }",
  },
  look(project, found) {
    for (const { entry } of rootLayouts(project)) {
      if (!entry.parses || !isClientFile(entry) || !sessionProviders(project).some(({ file }) => file === entry)) continue;
      const metadata = exportsOf(entry).find(({ exported, typeOnly }) => !typeOnly && /^(?:generateMetadata|metadata)$/.test(exported));
      if (metadata)
        found(
          entry,
          metadata.node,
          `The whole root layout is a client component, for SessionProvider; with the export ${metadata.exported} the build stops.`,
          { severity: "error" },
        );
      else
        found(
          entry,
          entry.ast.program.directives[0],
          "The whole root layout is a client component, for SessionProvider: it can neither read the session on the server nor export metadata.",
        );
    }
  },
});

export const providerOutside = defineCause({
  name: "provider-outside",
  severity: "error",
  summary: "A component that calls useSession is rendered beside the SessionProvider, not in it.",
  why: "A React context reaches only what is rendered inside its provider. Beside it useSession throws in development, and returns undefined in production.",
  help: "Move the component inside the provider, or the provider further out.",
  docs: DOCS,
  example: {
    broken: "<Navbar />\n<AuthProvider>{children}</AuthProvider>",
    repaired: "<AuthProvider>\n  <Navbar />\n  {children}\n</AuthProvider>",
  },
  look(project, found) {
    for (const { rule, at, place, message } of wrappingOf(project).notes)
      if (rule === "consumer-outside-provider") found(at, place, message);
  },
});

export const providerDuplicated = defineCause({
  name: "provider-duplicated",
  severity: "warning",
  summary: "A second SessionProvider stands below another one.",
  why: "All providers of a page share one state in the module next-auth/react. When the inner one goes away with its page, it resets that state: the outer one stops to refresh the session, and signIn() no longer tells it that somebody signed in.",
  help: "Keep the provider of the root layout and remove the other one.",
  docs: DOCS,
  example: {
    broken: "// app/dashboard/layout.tsx, below a root layout with a provider\nreturn <SessionProvider>{children}</SessionProvider>;",
    repaired: "return <>{children}</>;",
  },
  look(project, found) {
    const said = new Set<Node>();
    for (const root of rootLayouts(project)) {
      if (coverageOf(project, root.component).state !== "covered") continue;
      for (const { file, element } of nestedProviders(project, root)) {
        if (said.has(element)) continue;
        said.add(element);
        found(
          file,
          element,
          `${root.entry.path} renders a SessionProvider around this already. Two share one state: when this one goes away, the outer one stops to refresh the session.`,
        );
      }
    }
  },
});

export const providerNullSession = defineCause({
  name: "provider-null-session",
  severity: "error",
  summary: "SessionProvider is given null as its session.",
  why: 'A session that is given, null included, is taken for the answer: the provider never asks the server, and useSession says "unauthenticated" until the window is focused again.',
  help: "Leave the attribute out, or give it what getServerSession(authOptions) returned.",
  docs: DOCS,
  example: { broken: "<SessionProvider session={null}>", repaired: "<SessionProvider>" },
  look(project, found) {
    for (const { file, element } of sessionProviders(project)) {
      const attribute = attributeOf(element, "session");
      const value =
        attribute && attribute !== "spread" && attribute.value?.type === "JSXExpressionContainer"
          ? unwrap(attribute.value.expression)
          : undefined;
      if (value?.type === "NullLiteral")
        found(
          file,
          value,
          'This provider is told that nobody is signed in, and does not ask the server: useSession is "unauthenticated" for everybody.',
        );
    }
  },
});

export const providerLeftoverSession = defineCause({
  name: "provider-leftover-session",
  severity: "warning",
  summary: "SessionProvider is given a session that the App Router never hands to a layout.",
  why: 'Pages Router code gets pageProps.session from _app. A layout of the App Router gets its children, slots and params and nothing else: the session is undefined there, the provider asks for it anew, and the type check of `next build` refuses a layout with such a prop (Next.js 13.4 to 15: an invalid "default" export; Next.js 16 too, unless the prop is optional).',
  help: "Leave the attribute and the prop out.",
  docs: DOCS,
  example: {
    broken:
      "export default function RootLayout({ children, session }) {\n  return <AuthProvider session={session}>{children}</AuthProvider>;\n}",
    repaired: "export default function RootLayout({ children }) {\n  return <AuthProvider>{children}</AuthProvider>;\n}",
  },
  look(project, found) {
    for (const { component } of rootLayouts(project)) {
      if (component.kind !== "declared" || !("params" in component.node)) continue;
      const { file, node } = component;
      const [first] = node.params;
      const pattern = first?.type === "AssignmentPattern" ? first.left : first;
      if (pattern?.type !== "ObjectPattern") continue;
      const prop = pattern.properties.find(
        (property) =>
          property.type === "ObjectProperty" && property.key.type === "Identifier" && /^(?:session|pageProps)$/.test(property.key.name),
      );
      const isStopped = buildChecks(project, file) === true;
      if (prop)
        found(
          file,
          prop,
          `A layout of the App Router is never given this prop: it is always undefined, and so is the session that is taken from it.${isStopped ? " The type check of next build stops there." : ""}`,
          { severity: isStopped ? "error" : checksTypes(project, file) ? "warning" : "info" },
        );
    }
  },
});
