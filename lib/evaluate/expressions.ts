import type {
  ArrayExpression,
  BinaryExpression,
  CallExpression,
  LogicalExpression,
  MemberExpression,
  Node,
  ObjectExpression,
  OptionalCallExpression,
  OptionalMemberExpression,
} from "@babel/types";
import { unwrap } from "../syntax/expressions.ts";
import { closure } from "./functions.ts";
import { callMethod, callValue, sameValue } from "./methods.ts";
import { nameOf, propertyOf, valueOfName } from "./names.ts";
import { BudgetError, type Run, type Scope } from "./scope.ts";
import { constant, dependsOnSession, either, truthOf, UNKNOWN, withTraits, type Value } from "./values.ts";

/**
 * What is known of an expression's value, without running any of it.
 *
 * @throws {BudgetError} where there is more to evaluate than anybody wrote by hand
 */
export function evaluate(run: Run, expression: Node, scope: Scope): Value {
  if (run.budget-- <= 0) throw new BudgetError();
  const node = unwrap(expression);
  const inner = (child: Node) => evaluate(run, child, scope);
  switch (node.type) {
    case "StringLiteral":
    case "NumericLiteral":
    case "BooleanLiteral":
      return constant(node.value);
    case "NullLiteral":
      return constant(null);
    case "RegExpLiteral":
      return constant(new RegExp(node.pattern, node.flags));
    case "TemplateLiteral": {
      const parts = node.expressions.map(inner);
      const known = parts.every((part) => part.kind === "constant");
      const text = () =>
        node.quasis
          .map((quasi, i) => (quasi.value.cooked ?? "") + (i < parts.length ? String((parts[i] as { value: unknown }).value) : ""))
          .join("");
      return withTraits(known ? constant(text()) : UNKNOWN, { session: parts.some(dependsOnSession) });
    }
    case "Identifier":
      return valueOfName(run, node, scope);
    case "ArrayExpression":
      return listValue(run, node, scope);
    case "ObjectExpression":
      return objectValue(run, node, scope);
    case "FunctionExpression":
    case "ArrowFunctionExpression":
      return closure(run, node, scope);
    case "AwaitExpression":
      return inner(node.argument);
    case "AssignmentExpression":
      return inner(node.right);
    case "SequenceExpression":
      return inner(node.expressions.at(-1)!);
    case "UnaryExpression": {
      if (node.operator === "void") return constant(undefined);
      if (node.operator !== "!") return UNKNOWN;
      const value = inner(node.argument);
      const truth = truthOf(value);
      return withTraits(truth === undefined ? UNKNOWN : constant(!truth), { session: dependsOnSession(value) });
    }
    case "BinaryExpression":
      return binaryValue(run, node, scope);
    case "LogicalExpression":
      return logicalValue(node, inner(node.left), inner(node.right));
    case "ConditionalExpression": {
      const test = inner(node.test);
      const truth = truthOf(test);
      const session = dependsOnSession(test);
      if (truth !== undefined) return withTraits(inner(truth ? node.consequent : node.alternate), { session });
      return withTraits(either([inner(node.consequent), inner(node.alternate)]), { session, unsure: true });
    }
    case "MemberExpression":
    case "OptionalMemberExpression": {
      const name = memberName(run, node, scope);
      const object = inner(node.object);
      return name === undefined ? withTraits(UNKNOWN, { session: dependsOnSession(object) }) : propertyOf(object, name);
    }
    case "CallExpression":
    case "OptionalCallExpression":
      return callResult(run, node, scope);
    case "NewExpression": {
      const callee = inner(node.callee);
      return callee.kind === "object" && callee.construct ? callee.construct(argumentsOf(run, node, scope)) : UNKNOWN;
    }
    default:
      return UNKNOWN;
  }
}

function callResult(run: Run, node: CallExpression | OptionalCallExpression, scope: Scope): Value {
  const args = argumentsOf(run, node, scope);
  const callee = unwrap(node.callee);
  const session = args.some(dependsOnSession);
  if (callee.type === "MemberExpression" || callee.type === "OptionalMemberExpression") {
    const object = evaluate(run, callee.object, scope);
    const name = memberName(run, callee, scope);
    const result = name === undefined ? UNKNOWN : callMethod(object, name, args);
    if (result.kind === "unknown") run.unknownCalls++;
    return withTraits(result, { session: session || dependsOnSession(object) });
  }
  const called = evaluate(run, callee, scope);
  if (called.kind !== "object" || !called.call) run.unknownCalls++;
  const result = callValue(called, args);
  // What an unknown function makes of the session depends on the session.
  return result.kind === "unknown" ? withTraits(result, { session }) : result;
}

function argumentsOf(run: Run, node: { arguments: readonly Node[] }, scope: Scope): Value[] {
  const args: Value[] = [];
  for (const argument of node.arguments) {
    // What comes behind a spread has no known place.
    if (argument.type === "SpreadElement") {
      const spread = evaluate(run, argument.argument, scope);
      if (spread.kind !== "list") break;
      args.push(...spread.items);
    } else args.push(evaluate(run, argument, scope));
  }
  return args;
}

function memberName(run: Run, node: MemberExpression | OptionalMemberExpression, scope: Scope): string | undefined {
  if (!node.computed) return nameOf(node.property);
  const value = evaluate(run, node.property, scope);
  return value.kind === "constant" && !(value.value instanceof RegExp) ? String(value.value) : undefined;
}

function listValue(run: Run, node: ArrayExpression, scope: Scope): Value {
  const items: Value[] = [];
  for (const element of node.elements) {
    if (element?.type === "SpreadElement") {
      const spread = evaluate(run, element.argument, scope);
      if (spread.kind !== "list") return UNKNOWN;
      items.push(...spread.items);
    } else items.push(element ? evaluate(run, element, scope) : constant(undefined));
  }
  return { kind: "list", items };
}

function objectValue(run: Run, node: ObjectExpression, scope: Scope): Value {
  const isPlain = node.properties.every((property) => property.type === "ObjectProperty" && !property.computed);
  const find = (name: string) => node.properties.find((property) => property.type === "ObjectProperty" && nameOf(property.key) === name);
  return {
    kind: "object",
    get: (name) => {
      const property = isPlain ? find(name) : undefined;
      if (property?.type === "ObjectProperty") return evaluate(run, property.value, scope);
      return isPlain ? constant(undefined) : UNKNOWN;
    },
  };
}

function binaryValue(run: Run, node: BinaryExpression, scope: Scope): Value {
  const [left, right] = [evaluate(run, node.left, scope), evaluate(run, node.right, scope)];
  const session = dependsOnSession(left) || dependsOnSession(right);
  const isNothing = (value: Value) => value.kind === "constant" && (value.value === null || value.value === undefined);
  const same = isNothing(left) && isNothing(right) && node.operator.length === 2 ? true : sameValue(left, right);
  const known = (value: boolean | undefined) => withTraits(value === undefined ? UNKNOWN : constant(value), { session });
  switch (node.operator) {
    case "===":
    case "==":
      return known(same);
    case "!==":
    case "!=":
      return known(same === undefined ? undefined : !same);
    case "+":
      return withTraits(
        left.kind === "constant" && right.kind === "constant" ? constant(`${String(left.value)}${String(right.value)}`) : UNKNOWN,
        { session },
      );
    case ">":
    case "<":
    case ">=":
    case "<=": {
      if (left.kind !== "constant" || right.kind !== "constant" || typeof left.value !== "number" || typeof right.value !== "number")
        return known(undefined);
      const [a, b] = [left.value, right.value];
      return known({ ">": a > b, "<": a < b, ">=": a >= b, "<=": a <= b }[node.operator]);
    }
    default:
      return known(undefined);
  }
}

/**
 * `&&`, `||` and `??`. Where one side alone decides, the other does not count: `token && path === "/login"` is false
 * for another path, whatever the token.
 */
function logicalValue({ operator }: LogicalExpression, left: Value, right: Value): Value {
  const session = dependsOnSession(left) || dependsOnSession(right);
  if (operator === "??") {
    if (left.kind === "constant")
      return left.value === null || left.value === undefined ? withTraits(right, { session: dependsOnSession(left) }) : left;
    return left.kind === "unknown" || left.kind === "falsy" || left.kind === "either" ? withTraits(UNKNOWN, { session }) : left;
  }
  const decides = operator === "||";
  const [first, second] = [truthOf(left), truthOf(right)];
  if (first === decides && !dependsOnSession(left)) return left;
  if (second === decides && !dependsOnSession(right))
    return first === undefined || first === decides ? { kind: decides ? "truthy" : "falsy" } : right;
  if (first === decides) return left;
  if (first === !decides) return withTraits(right, { session: dependsOnSession(left) });
  return withTraits(second === decides ? { kind: decides ? "truthy" : "falsy" } : UNKNOWN, { session });
}
