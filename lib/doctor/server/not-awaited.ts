import type { Node } from "@babel/types";
import { serverSessionCalls } from "../../next-auth/session-reads.ts";
import { bindingOf } from "../../syntax/bindings.ts";
import { propertyName } from "../../syntax/components.ts";
import { dressed } from "../../syntax/expressions.ts";
import type { SourceFile } from "../../workspace/source-file.ts";
import { defineCause } from "../cause.ts";

export const serverSessionNotAwaited = defineCause({
  name: "server-session-not-awaited",
  severity: "error",
  summary: "The promise that getServerSession returns is taken for the session.",
  why: "getServerSession is asynchronous. Without `await` its result is a promise: `session.user` is undefined for everybody, and `if (!session)` is never true, so nobody is turned away.",
  help: "Write await before the call, in an async function.",
  docs: "https://next-auth.js.org/configuration/nextjs#getserversession",
  example: {
    broken: 'const session = getServerSession(authOptions);\nif (!session) redirect("/login");',
    repaired: 'const session = await getServerSession(authOptions);\nif (!session) redirect("/login");',
  },
  look(project, found) {
    for (const { file, call } of serverSessionCalls(project)) {
      const misuse = misuseOf(file, call);
      if (misuse) found(file, call, `There is no await here, so ${misuse} asks a promise, not the session.`);
    }
  },
});

/** What takes the promise for the session, as it is written. */
function misuseOf(file: SourceFile, call: Node): string | undefined {
  const value = dressed(file, call);
  const parent = file.parent(value);
  if (parent?.type !== "VariableDeclarator" || parent.init !== value) return isMisuse(file, value) ? textOf(file, parent!) : undefined;
  if (parent.id.type === "ObjectPattern")
    return parent.id.properties.some(
      (property) => property.type === "ObjectProperty" && property.key.type === "Identifier" && isPromiseMethod(property.key.name),
    )
      ? undefined
      : textOf(file, parent.id);
  const binding = parent.id.type === "Identifier" ? bindingOf(file, parent.id) : undefined;
  if (!binding?.constant) return undefined;
  const uses = binding.uses.map((node) => dressed(file, node)).filter((node) => !file.parent(node)?.type.startsWith("TS"));
  // Awaited, returned or handed on anywhere: whoever wrote it knows that it is a promise.
  if (uses.length === 0 || !uses.every((use) => isMisuse(file, use))) return undefined;
  return textOf(file, file.parent(uses[0]!)!);
}

function isMisuse(file: SourceFile, value: Node): boolean {
  const parent = file.parent(value);
  switch (parent?.type) {
    case "MemberExpression":
    case "OptionalMemberExpression":
      return parent.object === value && !isPromiseMethod(propertyName(parent) ?? "then");
    case "UnaryExpression":
      return parent.operator === "!";
    case "IfStatement":
    case "ConditionalExpression":
      return parent.test === value;
    case "LogicalExpression":
      return parent.left === value && parent.operator === "&&";
    default:
      return false;
  }
}

function isPromiseMethod(name: string): boolean {
  return /^(?:then|catch|finally)$/.test(name);
}

/** An excerpt for the message. */
function textOf(file: SourceFile, node: Node): string {
  const text = file.slice(node).replace(/\s+/g, " ");
  return node.type === "IfStatement" || text.length > 60 ? "what follows" : `\`${text}\``;
}
