import type { CallExpression, Node, ObjectPattern, Statement, VariableDeclarator } from "@babel/types";
import { usesOf } from "../project/origin.ts";
import type { Project } from "../project/project.ts";
import { functionName, hookOwner, type HookOwner } from "../syntax/components";
import { propertyValue, topLevelVariable, unwrap } from "../syntax/expressions.ts";
import { functionAround, type FunctionNode } from "../syntax/functions.ts";
import type { SourceFile } from "../workspace/source-file.ts";

/** How a call's result is taken. */
export type ConsumerForm =
  /** `const { data: session } = useSession()` */
  | { kind: "pattern"; pattern: ObjectPattern; declarator: VariableDeclarator; asserted: boolean }
  /** `const session = useSession()` */
  | { kind: "whole"; name: string; declarator: VariableDeclarator }
  /** `const [session, loading] = useSession()`, as in NextAuth.js v3 */
  | { kind: "tuple" }
  /** `useSession().data`, `const session = useSession()?.data` */
  | { kind: "inline" }
  /** `useSession({ required: true })` as a statement */
  | { kind: "unused" };

/** One call of useSession in a component or custom hook. */
export interface SessionCall {
  call: CallExpression;
  form: ConsumerForm;
  /** Called with `required: true`: never "unauthenticated". https://next-auth.js.org/getting-started/client#require-session */
  required: boolean;
  /** The statement of the component's body that it stands in. */
  statement: Statement | undefined;
}

/** A component or custom hook that calls next-auth's useSession. */
export interface SessionConsumer {
  owner: FunctionNode;
  kind: HookOwner;
  name: string | undefined;
  calls: SessionCall[];
  required: boolean;
}

/** The components and hooks of a file that call useSession, under whatever name it is imported. */
export function sessionConsumers(project: Project, file: SourceFile): SessionConsumer[] {
  const consumers = new Map<FunctionNode, SessionConsumer>();
  for (const { node } of usesOf(project, file, ["next-auth/react"], "useSession")) {
    const call = file.parent(node);
    const owner = call && functionAround(file, call);
    if (call?.type !== "CallExpression" || call.callee !== node || !owner) continue;
    const consumer = consumers.get(owner) ?? {
      owner,
      kind: hookOwner(file, owner),
      name: functionName(file, owner),
      calls: [],
      required: false,
    };
    const required = isRequired(file, call);
    consumer.calls.push({ call, form: formOf(file, call), required, statement: statementIn(file, call, owner) });
    consumer.required ||= required;
    consumers.set(owner, consumer);
  }
  return [...consumers.values()];
}

function formOf(file: SourceFile, call: CallExpression): ConsumerForm {
  let at: Node = call;
  let asserted = false;
  for (const parent of file.ancestors(call)) {
    if (unwrap(parent) === call && "expression" in parent) {
      if ((parent.type === "TSAsExpression" || parent.type === "TSTypeAssertion") && parent.typeAnnotation.type !== "TSAnyKeyword")
        asserted = true;
    } else if (parent.type === "LogicalExpression" && parent.left === at) {
      // `useSession() || {}`
    } else if (parent.type === "VariableDeclarator" && parent.init === at) {
      const { id } = parent;
      if (id.type === "ArrayPattern") return { kind: "tuple" };
      if (id.type === "Identifier")
        return asserted || isAnnotated(id) ? { kind: "inline" } : { kind: "whole", name: id.name, declarator: parent };
      if (id.type === "ObjectPattern") return { kind: "pattern", pattern: id, declarator: parent, asserted: asserted || isAnnotated(id) };
      return { kind: "inline" };
    } else return { kind: parent.type === "ExpressionStatement" ? "unused" : "inline" };
    at = parent;
  }
  return { kind: "inline" };
}

/** A type annotation other than `any` says which members there are. */
function isAnnotated({ typeAnnotation }: { typeAnnotation?: Node | null }): boolean {
  return typeAnnotation?.type === "TSTypeAnnotation" && typeAnnotation.typeAnnotation.type !== "TSAnyKeyword";
}

function isRequired(file: SourceFile, { arguments: [first] }: CallExpression): boolean {
  const given = first && unwrap(first);
  const options = given?.type === "Identifier" ? topLevelVariable(file, given.name)?.init : given;
  const value = options && propertyValue(unwrap(options), "required");
  return value?.type === "BooleanLiteral" && value.value;
}

function statementIn(file: SourceFile, call: Node, owner: FunctionNode): Statement | undefined {
  let at = call;
  for (const parent of file.ancestors(call)) {
    if (parent === owner.body && parent.type === "BlockStatement") return at as Statement;
    at = parent;
  }
  return undefined;
}
