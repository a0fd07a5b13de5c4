import type { CallExpression, Node, OptionalCallExpression } from "@babel/types";
import { usesOf } from "../project/origin.ts";
import type { Project } from "../project/project.ts";
import { bindingOf } from "../syntax/bindings.ts";
import { dressed, unwrap } from "../syntax/expressions.ts";
import type { SourceFile } from "../workspace/source-file.ts";
import { optionsValue } from "./options-value.ts";

export const SERVER_MODULES = ["next-auth", "next-auth/next"] as const;
const CLIENT_MODULES = ["next-auth/react"] as const;

/** A call that asks for the session, and what it is given. */
export interface SessionCall {
  name: "getServerSession" | "unstable_getServerSession" | "getSession";
  file: SourceFile;
  call: CallExpression | OptionalCallExpression;
  callee: Node;
  given: Given;
}

/**
 * What a call is given. https://next-auth.js.org/configuration/nextjs#getserversession
 * - `nothing`: no argument, or one that holds nothing: `undefined`, `null`, `{}`
 * - `request`: one argument that is a request, or an object with nothing but one
 * - `request-and-response`: two arguments, or three of which the last holds nothing
 * - `options`: options in any dress, or something that cannot be told from them
 * - `spread`: a spread argument with no options behind it
 * - `misplaced`: two arguments, of which the second is the options
 */
export type Given = "nothing" | "request" | "request-and-response" | "options" | "spread" | "misplaced";

/** The calls of next-auth's session functions in a file that parses, in source order. */
export function sessionCalls(project: Project, file: SourceFile): SessionCall[] {
  return sessionUses(project, file)
    .flatMap(({ name, node }): SessionCall[] => {
      const callee = dressed(file, node);
      const call = file.parent(callee);
      return isCall(call) && call.callee === callee ? [{ name, file, call, callee, given: givenTo(project, file, call) }] : [];
    })
    .sort((a, b) => a.call.start! - b.call.start!);
}

/** Where `getServerSession` is handed on instead of called: `cache(getServerSession)`. */
export function sessionReferences(project: Project, file: SourceFile): Node[] {
  return sessionUses(project, file).flatMap(({ name, node }) => {
    const value = dressed(file, node);
    const parent = file.parent(value);
    const isMention = parent === undefined || /^(?:TS|Export|Import)/.test(parent.type) || parent.type === "ExpressionStatement";
    return name !== "getServerSession" || isMention || (isCall(parent) && parent.callee === value) ? [] : [value];
  });
}

/** The argument that stands where the options belong. */
export function optionsArgument({ call, given }: SessionCall): Node | undefined {
  const last = call.arguments.at(-1);
  return given === "options" && last !== undefined && last.type !== "SpreadElement" ? last : undefined;
}

function sessionUses(project: Project, file: SourceFile) {
  const of = (modules: readonly string[], name: SessionCall["name"]) =>
    file.text.includes(name) ? usesOf(project, file, modules, name).map(({ node }) => ({ name, node: node as Node })) : [];
  return [
    ...of(SERVER_MODULES, "getServerSession"),
    ...of(SERVER_MODULES, "unstable_getServerSession"),
    ...of(CLIENT_MODULES, "getSession"),
  ];
}

function isCall(node: Node | undefined): node is CallExpression | OptionalCallExpression {
  return node?.type === "CallExpression" || node?.type === "OptionalCallExpression";
}

function givenTo(project: Project, file: SourceFile, call: CallExpression | OptionalCallExpression): Given {
  const given = call.arguments;
  const last = given.at(-1);
  if (last === undefined) return "nothing";
  if (last.type === "SpreadElement") return "spread";
  if (given.some(({ type }) => type === "SpreadElement")) return isRequest(file, last) ? "spread" : "options";
  if (given.length === 1) return holdsNothing(last) ? "nothing" : isRequest(file, last) ? "request" : "options";
  if (given.length === 2)
    return isRequest(file, last) || !["constant", "package", "factory", "inline"].includes(optionsValue(project, file, last).kind)
      ? "request-and-response"
      : "misplaced";
  return holdsNothing(last) ? "request-and-response" : "options";
}

/** `undefined`, `null`, `{}`: as good as no argument. */
export function holdsNothing(argument: Node): boolean {
  const node = unwrap(argument);
  return (
    node.type === "NullLiteral" ||
    (node.type === "Identifier" && node.name === "undefined") ||
    (node.type === "ObjectExpression" && node.properties.length === 0)
  );
}

const REQUEST_NAME = /^_*(?:next|api|http)?_?(?:req|request|res|response|ctx|context)$/i;
const REQUEST_TYPE = /\b(?:\w*Request|\w*Response|IncomingMessage|GetServerSidePropsContext|NextPageContext)\b/;

/** A parameter that holds a request or response, one of its like (`context.req`), or an object of nothing else. */
function isRequest(file: SourceFile, argument: Node): boolean {
  const node = unwrap(argument);
  if (node.type === "ObjectExpression")
    return (
      node.properties.length > 0 &&
      node.properties.every((property) => property.type === "ObjectProperty" && isRequest(file, property.value))
    );
  if (node.type === "MemberExpression")
    return !node.computed && node.property.type === "Identifier" && REQUEST_NAME.test(node.property.name) && isParameter(file, node.object);
  if (node.type !== "Identifier" || !isParameter(file, node)) return false;
  const declared = bindingOf(file, node)?.identifier;
  const annotation = declared?.typeAnnotation ? file.slice(declared.typeAnnotation) : "";
  return annotation === "" || /^:\s*any$/.test(annotation) ? REQUEST_NAME.test(node.name) : REQUEST_TYPE.test(annotation);
}

function isParameter(file: SourceFile, node: Node): boolean {
  return node.type === "Identifier" && bindingOf(file, node)?.isParameter === true;
}
