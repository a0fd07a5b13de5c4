import type { CallExpression, Node } from "@babel/types";
import { bindingOf } from "../syntax/bindings.ts";
import { importBindings, type ModuleReference } from "../syntax/imports.ts";
import type { SourceFile } from "../workspace/source-file.ts";

/** Which names a `require()`, `import()`, type or mock takes from the module it names; undefined where it cannot be told. */
export function namesTaken(file: SourceFile, { kind, node }: ModuleReference): string[] | undefined {
  if (node.type === "TSImportType") {
    const { qualifier } = node;
    if (qualifier) return [leftmostName(qualifier)].filter((name) => name !== undefined);
    let parent = file.parent(node);
    while (parent?.type === "TSTypeQuery" || parent?.type === "TSParenthesizedType") parent = file.parent(parent);
    const index = parent?.type === "TSIndexedAccessType" ? parent.indexType : undefined;
    return index?.type === "TSLiteralType" && index.literal.type === "StringLiteral" ? [index.literal.value] : undefined;
  }
  if (node.type !== "CallExpression") return undefined;
  return kind === "mock" ? namesMocked(file, node) : namesLoaded(file, node);
}

function leftmostName(node: Node): string | undefined {
  if (node.type === "TSQualifiedName") return leftmostName(node.left);
  return node.type === "Identifier" ? node.name : undefined;
}

/** `const { a } = await import("x")`, `require("x").a`, `import("x").then((m) => m.a)`. */
function namesLoaded(file: SourceFile, call: CallExpression): string[] | undefined {
  let value: Node = call;
  if (file.parent(value)?.type === "AwaitExpression") value = file.parent(value)!;
  const user = file.parent(value);
  if (user?.type === "ExpressionStatement") return [];
  if (user?.type === "VariableDeclarator" && user.init === value)
    return user.id.type === "Identifier" ? membersOf(file, user.id) : patternKeys(user.id);
  if (user?.type !== "MemberExpression" || user.object !== value || user.computed || user.property.type !== "Identifier") return undefined;
  if (user.property.name !== "then" || value !== call) return [user.property.name];
  const then = file.parent(user);
  const receive = then?.type === "CallExpression" ? then.arguments[0] : undefined;
  if (receive?.type !== "ArrowFunctionExpression" && receive?.type !== "FunctionExpression") return undefined;
  const [parameter] = receive.params;
  return parameter?.type === "Identifier" ? membersOf(file, parameter) : parameter && patternKeys(parameter);
}

/** The keys of the object that a mock's factory returns; without a factory, what the file takes from the module itself. */
function namesMocked(file: SourceFile, call: CallExpression): string[] | undefined {
  const factory = call.arguments[1];
  if (factory === undefined) {
    const source = call.arguments[0]?.type === "StringLiteral" ? call.arguments[0].value : undefined;
    const names = importBindings(file).flatMap((binding) => (binding.source === source ? [binding.imported] : []));
    return names.length === 0 || names.includes("*") ? undefined : names;
  }
  if (factory.type !== "ArrowFunctionExpression" && factory.type !== "FunctionExpression") return undefined;
  const returned =
    factory.body.type === "BlockStatement"
      ? factory.body.body.flatMap((statement) => (statement.type === "ReturnStatement" ? [statement.argument] : []))[0]
      : factory.body;
  if (returned?.type !== "ObjectExpression") return undefined;
  const keys = returned.properties.flatMap((property) =>
    property.type !== "SpreadElement" && property.key.type === "Identifier" ? [property.key.name] : [],
  );
  return keys.filter((key) => key !== "__esModule");
}

/** The members that are read of a variable holding a module; undefined where it is used as a whole. */
export function membersOf(file: SourceFile, local: Node & { type: "Identifier" }): string[] | undefined {
  const binding = bindingOf(file, local);
  if (binding === undefined) return undefined;
  const names: string[] = [];
  for (const use of binding.uses) {
    const parent = file.parent(use);
    if (parent?.type === "MemberExpression" && parent.object === use && !parent.computed && parent.property.type === "Identifier")
      names.push(parent.property.name);
    else if (parent?.type === "TSQualifiedName" && parent.left === use) names.push(parent.right.name);
    else return undefined;
  }
  return [...new Set(names)];
}

export function patternKeys(pattern: Node): string[] | undefined {
  if (pattern.type !== "ObjectPattern") return undefined;
  const keys: string[] = [];
  for (const property of pattern.properties) {
    if (property.type !== "ObjectProperty" || property.computed || property.key.type !== "Identifier") return undefined;
    keys.push(property.key.name);
  }
  return keys;
}
