import type { CallExpression, Node } from "@babel/types";
import { isClientOnly } from "../../next-auth/client-graph.ts";
import { middlewareOf, runsFor } from "../../next-auth/middleware.ts";
import { fieldOf, optionObjects, propertyField } from "../../next-auth/option-fields.ts";
import { serverSessionCalls, sessionReads } from "../../next-auth/session-reads.ts";
import { withoutOptions } from "../../next-auth/without-options.ts";
import { definitionOf } from "../../project/definition.ts";
import { filesLoadedBy } from "../../project/module-graph.ts";
import { usesOf } from "../../project/origin.ts";
import type { Project } from "../../project/project.ts";
import { around, entriesThatShow, routerFiles, urlOf } from "../../project/segments.ts";
import { calleeName, propertyName } from "../../syntax/components.ts";
import { propertyValue } from "../../syntax/expressions.ts";
import { functionAround } from "../../syntax/functions.ts";
import { inside } from "../../syntax/props.ts";
import { isCode } from "../../workspace/code-file.ts";
import type { SourceFile } from "../../workspace/source-file.ts";
import { defineCause } from "../cause.ts";

export const signInStalePrefetch = defineCause({
  name: "sign-in-stale-prefetch",
  severity: "warning",
  summary: "After signing in, the router goes to a page whose redirect to the sign-in page is still in its cache.",
  why: "A `<Link>` to a guarded page prefetches it while nobody is signed in, and keeps the middleware's redirect to the sign-in page. `signIn(…, { redirect: false })` followed by `router.push` to that page uses what was kept: the user is signed in, and stands at the sign-in page. Only production builds prefetch (seen on Next.js 14 to 16). `router.refresh()` before or after the push does not help.",
  help: "Leave with window.location.assign(path), let signIn redirect (callbackUrl instead of redirect: false), or give the links to the page prefetch={false}.",
  docs: "https://nextjs.org/docs/app/api-reference/components/link#prefetch",
  example: {
    broken: 'await signIn("credentials", { ...values, redirect: false });\nrouter.push("/dashboard");',
    repaired: 'await signIn("credentials", { ...values, redirect: false });\nwindow.location.assign("/dashboard");',
  },
  look(project, found) {
    const { running } = middlewareOf(project);
    if (running === undefined || !(running.kind === "withAuth" || running.kind === "re-export")) return;
    for (const { file, push, path } of pushesAfterSignIn(project)) {
      const link = runsFor(project, running, path) ? linkTo(shownWith(project, file), path) : undefined;
      if (link)
        found(
          file,
          push,
          `${link.path} links to ${path}, so what the middleware answered for it before signing in is kept, and this push shows that: the sign-in page again.`,
        );
    }
  },
});

/** `router.push("/path")` behind a `signIn(…, { redirect: false })` in the same function. */
function pushesAfterSignIn(project: Project): { file: SourceFile; push: Node; path: string }[] {
  return project.mentioning(["signIn"]).flatMap((file) => {
    if (!file.parses) return [];
    const signIns = usesOf(project, file, ["next-auth/react"], "signIn").flatMap(({ node }) => {
      const call = file.parent(node);
      return call?.type === "CallExpression" && call.callee === node && call.arguments.some(staysHere) ? [call] : [];
    });
    return signIns.flatMap((signIn) => {
      const fn = functionAround(file, signIn);
      return file.nodes("CallExpression").flatMap((call) => {
        const path = call.start! > signIn.end! && fn && fn.start! <= call.start! && call.end! <= fn.end! ? pushedPath(call) : undefined;
        return path === undefined ? [] : [{ file, push: call, path }];
      });
    });
  });
}

function staysHere(argument: Node): boolean {
  const redirect = propertyValue(argument, "redirect");
  return redirect?.type === "BooleanLiteral" && !redirect.value;
}

function pushedPath(call: CallExpression): string | undefined {
  const [path] = call.arguments;
  const isPush =
    call.callee.type === "MemberExpression" &&
    /^(?:push|replace)$/.test(propertyName(call.callee) ?? "") &&
    call.callee.object.type === "Identifier" &&
    /router/i.test(call.callee.object.name);
  return isPush && path?.type === "StringLiteral" && path.value.startsWith("/") ? path.value : undefined;
}

/** The files whose components can be on the screen together with a file's: what its pages and their layouts load. */
function shownWith(project: Project, file: SourceFile): SourceFile[] {
  const shown = new Set(entriesThatShow(project, file).flatMap((entry) => [entry, ...around(project, entry.path, "layout")]));
  for (const at of shown) for (const path of filesLoadedBy(project, at)) if (isCode(path)) shown.add(project.workspace.source(path)!);
  return [...shown];
}

function linkTo(files: readonly SourceFile[], path: string): SourceFile | undefined {
  return files.find(
    (file) =>
      file.text.includes("next/link") &&
      file.parses &&
      file.nodes("JSXOpeningElement").some((element) => {
        const { name, attributes } = element;
        if (name.type !== "JSXIdentifier" || name.name !== "Link") return false;
        // Behind a condition it may be there for signed-in users only.
        if ([...file.ancestors(element)].some(({ type }) => type === "ConditionalExpression" || type === "LogicalExpression")) return false;
        const attribute = (wanted: string) => attributes.find((one) => one.type === "JSXAttribute" && one.name.name === wanted);
        const href = attribute("href");
        return (
          attribute("prefetch") === undefined &&
          href?.type === "JSXAttribute" &&
          href.value?.type === "StringLiteral" &&
          href.value.value === path
        );
      }),
  );
}

export const signInBounce = defineCause({
  name: "sign-in-bounce",
  severity: "warning",
  summary: "The sign-in page sends signed-in users away, and a page that gets no options sends them back.",
  why: "A server page that calls getServerSession() without the options gets a session without the fields that your callbacks add, or none, and redirects to the sign-in page. There the session is found, so the user is sent on; and so for ever: two pages pass him to each other, some hundred times a second.",
  help: "Pass the options on the server page: getServerSession(authOptions).",
  docs: "https://next-auth.js.org/configuration/nextjs#getserversession",
  example: {
    broken: 'const session = await getServerSession();\nif (!session?.user?.id) redirect("/login");',
    repaired: 'const session = await getServerSession(authOptions);\nif (!session?.user?.id) redirect("/login");',
  },
  repairedBy: "inject-auth-options",
  look(project, found) {
    const signInPath = signInPathOf(project);
    const page = routerFiles(project, "page").find((file) => urlOf(project, file.path) === signInPath);
    if (signInPath === undefined || page === undefined || !sendsAway(project, page)) return;
    for (const { file, call, given } of serverSessionCalls(project)) {
      if ((given !== "nothing" && given !== "request") || file === page || isClientOnly(project, file)) continue;
      const fn = functionAround(file, call);
      const redirect = usesOf(project, file, ["next/navigation"], "redirect")
        .map(({ node }) => file.parent(node))
        .find((one) => {
          const [path] = one?.type === "CallExpression" ? one.arguments : [];
          return (
            path?.type === "StringLiteral" &&
            path.value.split("?")[0] === signInPath &&
            fn &&
            fn.start! <= one!.start! &&
            one!.end! <= fn.end!
          );
        });
      if (redirect && mayMiss(project, file, redirect))
        found(
          file,
          call,
          `Without the options this page may miss a session that ${page.path} sees: this page sends the user there, and that one sends him away again.`,
        );
    }
  },
});

/** What a session has without the options, where it has anything. */
const ALWAYS_THERE = /^(?:user|name|email|image|expires)$/;

/** Whether a redirect asks for what a call without the options does not give. */
function mayMiss(project: Project, file: SourceFile, redirect: Node): boolean {
  const { gives } = withoutOptions(project);
  if (gives === "null" || gives === "maybe-null") return true;
  const around = [...file.ancestors(redirect)];
  const [decision] = [
    ...around.filter(({ type }) => type === "IfStatement"),
    ...around.filter(({ type }) => type === "ExpressionStatement"),
  ];
  const test = decision?.type === "IfStatement" ? decision.test : decision;
  const fields = [...file.nodes("MemberExpression"), ...file.nodes("OptionalMemberExpression")].filter((one) => test && inside(one, test));
  return gives === "stripped" && fields.some((field) => !ALWAYS_THERE.test(propertyName(field) ?? ""));
}

function signInPathOf(project: Project): string | undefined {
  for (const options of optionObjects(project)) {
    const pages = fieldOf(project, options, "pages");
    const at = pages.state === "set" ? definitionOf(project, pages.value) : undefined;
    const signIn = at?.node.type === "ObjectExpression" ? propertyField(project, at.file, at.node, "signIn") : undefined;
    if (signIn?.state === "set" && signIn.value.node.type === "StringLiteral") return signIn.value.node.value;
  }
  return undefined;
}

/** Whether a page, or a component it loads, asks for the session and navigates by it. */
function sendsAway(project: Project, page: SourceFile): boolean {
  const files = [page, ...filesLoadedBy(project, page).flatMap((path) => project.workspace.source(path) ?? [])].filter(
    (file) => file.parses,
  );
  return files.some((file) => {
    const asks = sessionReads(project, file).length > 0 || usesOf(project, file, ["next-auth/react"], "useSession").length > 0;
    const redirects = usesOf(project, file, ["next/navigation"], "redirect").length > 0;
    const inEffect = file
      .nodes("CallExpression")
      .some(
        (call) =>
          /Effect$/.test(calleeName(call) ?? "") &&
          /\.(?:push|replace)\(/.test(file.slice(call)) &&
          /session|status/.test(file.slice(call)),
      );
    return asks && (redirects || inEffect);
  });
}
