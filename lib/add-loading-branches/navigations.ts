import type { CallExpression, Node } from "@babel/types";
import { usesOf } from "../project/origin.ts";
import type { Project } from "../project/project.ts";
import { bindingOf } from "../syntax/bindings.ts";
import { calleeName, propertyName } from "../syntax/components.ts";
import { unwrap } from "../syntax/expressions.ts";
import { importBindings } from "../syntax/imports.ts";
import type { SourceFile } from "../workspace/source-file.ts";

/** Functions of next/navigation that throw: nothing after them runs. https://nextjs.org/docs/app/api-reference/functions/redirect */
const THROWING = ["redirect", "permanentRedirect", "notFound", "unauthorized", "forbidden"];
const ROUTER_METHODS = /^(?:push|replace|back)$/;

/** Where a file takes the user somewhere else. */
export interface Navigations {
  /** The calls and assignments that navigate. */
  all: readonly Node[];
  /** Whether an expression never completes because it redirects. */
  isExit(expression: Node): boolean;
}

/** `redirect()`, `router.push()`, `signIn()`, `window.location = …`, in a file, by what their names are bound to. */
export function navigationsIn(project: Project, file: SourceFile): Navigations {
  const throwing = new Set<Node>();
  for (const name of THROWING) for (const { node } of usesOf(project, file, ["next/navigation"], name)) throwing.add(node);
  // A wrapper that knows locales, as next-intl makes them, has the same names.
  for (const { imported, local, typeOnly } of importBindings(file)) {
    const binding = !typeOnly && (imported === "redirect" || imported === "permanentRedirect") ? bindingOf(file, local) : undefined;
    for (const node of binding?.values ?? []) throwing.add(node);
  }
  const auth = new Set<Node>(
    ["signIn", "signOut"].flatMap((name) => usesOf(project, file, ["next-auth/react"], name).map(({ node }) => node)),
  );
  const calls = file
    .nodes("CallExpression")
    .filter((call) => throwing.has(call.callee) || auth.has(call.callee) || isRouterCall(file, call) || isLocationCall(file, call));
  const assignments = file
    .nodes("AssignmentExpression")
    .filter(
      ({ left }) =>
        isLocation(file, left) || (left.type === "MemberExpression" && propertyName(left) === "href" && isLocation(file, left.object)),
    );
  const exits = new Set<Node>(calls.filter((call) => throwing.has(call.callee)));
  return {
    all: [...calls, ...assignments],
    isExit: (expression) => exits.has(expression),
  };
}

function isRouterCall(file: SourceFile, { callee }: CallExpression): boolean {
  if (callee.type === "Identifier") {
    // `const { push } = useRouter()`
    const declared = bindingOf(file, callee)?.declaration;
    return (
      ROUTER_METHODS.test(callee.name) &&
      declared?.type === "VariableDeclarator" &&
      declared.id.type === "ObjectPattern" &&
      isUseRouter(declared.init)
    );
  }
  if (callee.type !== "MemberExpression" || !ROUTER_METHODS.test(propertyName(callee) ?? "")) return false;
  const object = unwrap(callee.object);
  if (object.type !== "Identifier") return isUseRouter(object);
  const binding = bindingOf(file, object);
  const declared = binding?.declaration;
  if (declared?.type === "VariableDeclarator") return isUseRouter(declared.init);
  return importBindings(file).some(
    ({ local, source, imported }) => source === "next/router" && imported === "default" && binding?.identifier === local,
  );
}

function isUseRouter(node: Node | null | undefined): boolean {
  const call = node && unwrap(node);
  return call?.type === "CallExpression" && /^use\w*Router$/.test(calleeName(call) ?? "");
}

function isLocationCall(file: SourceFile, { callee }: CallExpression): boolean {
  return (
    callee.type === "MemberExpression" && /^(?:assign|replace|reload)$/.test(propertyName(callee) ?? "") && isLocation(file, callee.object)
  );
}

/** The browser's `location`, `window.location`, `document.location`. */
function isLocation(file: SourceFile, node: Node): boolean {
  if (node.type === "Identifier") return node.name === "location" && bindingOf(file, node) === undefined;
  return (
    node.type === "MemberExpression" &&
    propertyName(node) === "location" &&
    node.object.type === "Identifier" &&
    /^(?:window|document|globalThis|self)$/.test(node.object.name) &&
    bindingOf(file, node.object) === undefined
  );
}
