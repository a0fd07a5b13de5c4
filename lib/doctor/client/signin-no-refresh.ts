import type { CallExpression, Node } from "@babel/types";
import { nextMajor } from "../../next-auth/middleware.ts";
import { optionObjects } from "../../next-auth/option-fields.ts";
import { providersOf } from "../../next-auth/option-providers.ts";
import { sessionReads } from "../../next-auth/session-reads.ts";
import { entryKind, isTestFile } from "../../project/entries.ts";
import { filesLoadedBy } from "../../project/module-graph.ts";
import { usesOf } from "../../project/origin.ts";
import type { Project } from "../../project/project.ts";
import { around, entriesThatShow, routerFiles, urlOf } from "../../project/segments.ts";
import { calleeName } from "../../syntax/components";
import { fileDirective, isClientFile } from "../../syntax/directives.ts";
import { propertyValue, unwrap } from "../../syntax/expressions.ts";
import { functionAround } from "../../syntax/functions.ts";
import { inside } from "../../syntax/props.ts";
import type { SourceFile } from "../../workspace/source-file.ts";
import { isCode } from "../../workspace/code-file.ts";
import { defineCause } from "../cause.ts";

/** From here on the router asks for a page anew on each visit, and keeps layouts only. https://nextjs.org/blog/next-15 */
const PAGES_ANEW_SINCE = 15;

export const signinNoRefresh = defineCause({
  name: "signin-no-refresh",
  severity: "info",
  summary: "After signIn() without a redirect the router goes on, and nothing asks the server anew.",
  why: "signIn(…, { redirect: false }) refreshes useSession, not the server components that Next.js keeps in the browser: a layout that read the session stays as it was, and before Next.js 15 so do pages that were visited or prefetched signed out. The user is signed in and sees the page of somebody who is not.",
  help: "Call router.refresh() after router.push(), or load the page anew: window.location.assign(url).",
  docs: "https://next-auth.js.org/getting-started/client#using-the-redirect-false-option",
  example: {
    broken: 'await signIn("credentials", { redirect: false });\nrouter.push("/dashboard");',
    repaired: 'await signIn("credentials", { redirect: false });\nrouter.push("/dashboard");\nrouter.refresh();',
  },
  look(project, found) {
    for (const file of project.mentioning(["signIn"])) {
      if (!file.text.includes("next/navigation") || isTestFile(file.path) || !file.parses || entryKind(project, file.path) === "pages")
        continue;
      const said = new Set<Node>();
      for (const { node } of usesOf(project, file, ["next-auth/react"], "signIn")) {
        const call = file.parent(node);
        const push =
          call?.type === "CallExpression" && call.callee === node && staysHere(project, call) ? pushAfter(file, call) : undefined;
        if (push === undefined || said.has(push)) continue;
        said.add(push);
        const kept = keptReader(project, file, push);
        if (kept) found(file, push, `After this sign-in the router shows what it has of ${kept.path}, which read the session before it.`);
      }
    }
  },
});

/** Whether a call signs somebody in without leaving the page: `redirect: false`, which only credentials take. An email is sent first. */
function staysHere(project: Project, { arguments: [provider, options] }: CallExpression): boolean {
  const redirect = options && propertyValue(unwrap(options), "redirect");
  if (redirect?.type !== "BooleanLiteral" || redirect.value) return false;
  if (provider?.type !== "StringLiteral" || provider.value === "credentials") return true;
  return provider.value !== "email" && !optionObjects(project).some((one) => providersOf(project, one).kinds.includes(provider.value));
}

/** The first `router.push()` behind a sign-in that succeeded, where nothing asks the server anew. */
function pushAfter(file: SourceFile, signIn: CallExpression): CallExpression | undefined {
  const fn = functionAround(file, signIn);
  if (fn === undefined || /\blocation\b/.test(file.slice(fn))) return undefined;
  const calls = file.nodes("CallExpression").filter((other) => inside(other, fn) && other.start! > signIn.start!);
  if (calls.some((other) => /^(?:refresh|reload|assign)$/.test(calleeName(other) ?? ""))) return undefined;
  return calls.find(
    (other) => /^(?:push|replace)$/.test(calleeName(other) ?? "") && /router/i.test(file.slice(other.callee)) && !isOnError(file, other),
  );
}

/** Behind `if (answer?.error)` nobody is signed in. */
function isOnError(file: SourceFile, node: Node): boolean {
  let inner = node;
  for (const outer of file.ancestors(node)) {
    if (outer.type === "CatchClause") return true;
    if (
      outer.type === "IfStatement" &&
      outer.consequent === inner &&
      /^[^!]*\berror\b(?!\s*={2,3}\s*(?:null|undefined))[^!]*$/.test(file.slice(outer.test))
    )
      return true;
    inner = outer;
  }
  return false;
}

/**
 * What the router keeps from before the sign-in, and that read the session: a layout around the sign-in form; before
 * Next.js 15 the page that it goes to, too, and any page where that is not known.
 */
function keptReader(project: Project, form: SourceFile, push: CallExpression): SourceFile | undefined {
  const [path] = push.arguments;
  const pages = routerFiles(project, "page");
  const named = path?.type === "StringLiteral" ? path.value.split(/[?#]/)[0] : undefined;
  const meant = pages.filter((page) => urlOf(project, page.path) === named);
  const targets = (meant.length > 0 ? meant : pages).flatMap((page) => [...around(project, page.path, "layout"), page]);
  const shared = entriesThatShow(project, form).flatMap((entry) => around(project, entry.path, "layout"));
  const major = nextMajor(project);
  const kept = major !== undefined && major < PAGES_ANEW_SINCE ? targets : shared.filter((layout) => targets.includes(layout));
  return kept.find((entry) => readsSession(project, entry));
}

/** Whether a server component, or one that it loads, reads the session. */
function readsSession(project: Project, entry: SourceFile): boolean {
  const files = new Set([entry]);
  for (const file of files) {
    if (!file.parses || isClientFile(file) || fileDirective(file, "use server")) continue;
    if (sessionReads(project, file).length > 0) return true;
    for (const path of filesLoadedBy(project, file)) if (isCode(path)) files.add(project.workspace.source(path)!);
  }
  return false;
}
