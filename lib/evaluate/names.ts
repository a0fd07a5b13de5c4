import type { Expression, Identifier, Node } from "@babel/types";
import { originOf, originOfBinding, originOfExport, type Origin } from "../project/origin.ts";
import { bindingAt, bindingOf, type Binding } from "../syntax/bindings.ts";
import { importBindings } from "../syntax/imports.ts";
import type { SourceFile } from "../workspace/source-file.ts";
import { evaluate } from "./expressions.ts";
import { closure } from "./functions.ts";
import { includes, MUTATING_METHODS } from "./methods.ts";
import { constructUrl, cookiesValue, properties, responseValue, sessionOf, throwingAnswer, withAuthValue } from "./request.ts";
import type { Run, Scope } from "./scope.ts";
import { callable, constant, either, truthOf, UNKNOWN, type Value } from "./values.ts";

/** The value that a name stands for at a place. */
export function valueOfName(run: Run, node: Identifier, scope: Scope): Value {
  if (node.name === "undefined") return constant(undefined);
  const binding = bindingAt(scope.file, node, node.name);
  return binding ? valueOfBinding(run, binding, scope) : valueOfGlobal(node.name);
}

function valueOfBinding(run: Run, binding: Binding, scope: Scope): Value {
  const given = scope.values.get(binding);
  if (given !== undefined) return binding.constant ? given : UNKNOWN;
  if (run.pending.has(binding)) return UNKNOWN;
  run.pending.add(binding);
  try {
    return declaredValue(run, binding, scope);
  } finally {
    run.pending.delete(binding);
  }
}

function declaredValue(run: Run, binding: Binding, scope: Scope): Value {
  const { file } = scope;
  const imported = importBindings(file).find(({ local }) => local === binding.identifier);
  if (imported && imported.kind === "import") return valueOfOrigin(run, originOfBinding(run.project, file, imported));
  if (imported) return valueOfOrigin(run, originOf(run.project, file, imported.source, imported.imported));
  const node = binding.declaration;
  if (node.type === "FunctionDeclaration") return binding.constant ? closure(run, node, scope) : UNKNOWN;
  if (node.type !== "VariableDeclarator" || isMutated(file, binding)) return UNKNOWN;
  const values = new Map<Binding, Value>();
  const bind = (value: Value) => bindPattern(run, node.id, value, scope, values);
  if (node.init) bind(evaluate(run, node.init, scope));
  const initial = values.get(binding);
  if (binding.constant) return initial ?? UNKNOWN;
  const assigned = binding.assignments.map((violation) =>
    violation.type === "AssignmentExpression" && violation.operator === "=" && violation.left.type === "Identifier"
      ? evaluate(run, violation.right, scope)
      : UNKNOWN,
  );
  return either([initial ?? constant(undefined), ...assigned]);
}

/** Gives the names of a pattern their values. */
export function bindPattern(run: Run, pattern: Node, value: Value, scope: Scope, into: Map<Binding, Value>): void {
  switch (pattern.type) {
    case "Identifier": {
      const binding = bindingOf(scope.file, pattern);
      if (binding) into.set(binding, value);
      return;
    }
    case "AssignmentPattern": {
      const isMissing = value.kind === "constant" && value.value === undefined;
      return bindPattern(
        run,
        pattern.left,
        isMissing ? evaluate(run, pattern.right, scope) : value.kind === "unknown" ? UNKNOWN : value,
        scope,
        into,
      );
    }
    case "ObjectPattern":
      for (const property of pattern.properties) {
        if (property.type === "RestElement") bindPattern(run, property.argument, UNKNOWN, scope, into);
        else bindPattern(run, property.value, property.computed ? UNKNOWN : propertyOf(value, nameOf(property.key)), scope, into);
      }
      return;
    case "ArrayPattern":
      for (const [i, element] of pattern.elements.entries())
        if (element) bindPattern(run, element, element.type === "RestElement" ? UNKNOWN : propertyOf(value, String(i)), scope, into);
      return;
    case "RestElement":
      return bindPattern(run, pattern.argument, UNKNOWN, scope, into);
    default:
      return;
  }
}

/** A property of a value, as far as it is known. */
export function propertyOf(value: Value, name: string): Value {
  if (value.kind === "either") return either(value.options.map((option) => propertyOf(option, name)));
  const found = ownProperty(value, name);
  return value.session ? { ...found, session: true } : found;
}

function ownProperty(value: Value, name: string): Value {
  if (value.kind === "list")
    return name === "length"
      ? constant(value.items.length)
      : /^\d+$/.test(name)
        ? (value.items[Number(name)] ?? constant(undefined))
        : UNKNOWN;
  if (value.kind === "object") return value.get?.(name) ?? UNKNOWN;
  if (value.kind !== "constant") return UNKNOWN;
  if (typeof value.value === "string")
    return name === "length" ? constant(value.value.length) : /^\d+$/.test(name) ? constant(value.value[Number(name)]) : UNKNOWN;
  return value.value === null || value.value === undefined ? constant(undefined) : UNKNOWN;
}

export function nameOf(key: Node): string {
  if (key.type === "Identifier") return key.name;
  return key.type === "StringLiteral" || key.type === "NumericLiteral" ? String(key.value) : "";
}

/** Whether a list or object is changed after it was made, so that what it was made of says nothing. */
function isMutated(file: SourceFile, binding: Binding): boolean {
  return binding.values.some((node) => {
    const parent = file.parent(node);
    if (parent?.type !== "MemberExpression" || parent.object !== node) return false;
    const user = file.parent(parent);
    if (user?.type === "AssignmentExpression" && user.left === parent) return true;
    return user?.type === "CallExpression" && user.callee === parent && !parent.computed && MUTATING_METHODS.has(nameOf(parent.property));
  });
}

/** What a name means that comes from another file or a package. */
export function valueOfOrigin(run: Run, origin: Origin): Value {
  if (origin.kind === "package") return valueOfPackage(run, origin.module, origin.name);
  if (origin.kind === "file") return { kind: "object", get: (name) => valueOfOrigin(run, originOfExport(run.project, origin.file, name)) };
  if (origin.kind !== "declaration") return UNKNOWN;
  const { file, export: exported } = origin;
  const scope: Scope = { file, values: new Map() };
  if (exported.kind === "expression") {
    const { expression } = exported;
    return expression.type === "FunctionDeclaration" ? closure(run, expression, scope) : evaluate(run, expression as Expression, scope);
  }
  const binding = bindingAt(file, file.ast.program, exported.local);
  return binding ? valueOfBinding(run, binding, scope) : UNKNOWN;
}

function valueOfPackage(run: Run, module: string, name: string): Value {
  if (name === "*") return { kind: "object", get: (member) => valueOfPackage(run, module, member) };
  switch (`${module} ${name}`) {
    case "next/server NextResponse":
      return responseValue;
    case "next/navigation redirect":
    case "next/navigation permanentRedirect":
    case "next/navigation notFound":
      return throwingAnswer;
    case "next-auth/jwt getToken":
    case "next-auth getServerSession":
    case "next-auth/next getServerSession":
    case "next-auth/react getSession":
      return callable(() => {
        run.unknownCalls++;
        return sessionOf(run.request);
      });
    case "next-auth/middleware default":
    case "next-auth/middleware withAuth":
      return withAuthValue(run.request);
    case "next/headers cookies":
      return callable(() => cookiesValue(run.request));
    default:
      return UNKNOWN;
  }
}

function valueOfGlobal(name: string): Value {
  switch (name) {
    case "Response":
      return responseValue;
    case "URL":
      return { kind: "object", construct: constructUrl };
    case "RegExp": {
      const construct = (args: readonly Value[]) => expressionOf(args) ?? UNKNOWN;
      return { kind: "object", call: construct, construct };
    }
    case "Set":
      return {
        kind: "object",
        construct: ([items]) =>
          items?.kind === "list" ? properties({ has: callable(([value = constant(undefined)]) => includes(items.items, value)) }) : UNKNOWN,
      };
    case "Boolean":
      return callable(([value = constant(undefined)]) => {
        const truth = truthOf(value);
        return truth === undefined ? UNKNOWN : constant(truth);
      });
    default:
      return UNKNOWN;
  }
}

function expressionOf([source, flags]: readonly Value[]): Value | undefined {
  if (source?.kind !== "constant" || (typeof source.value !== "string" && !(source.value instanceof RegExp))) return undefined;
  if (flags !== undefined && flags.kind !== "constant") return undefined;
  try {
    return constant(new RegExp(source.value, flags === undefined ? undefined : String(flags.value)));
  } catch {
    return undefined;
  }
}
