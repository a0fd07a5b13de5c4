import type { BinaryExpression, CallExpression, Node, OptionalCallExpression } from "@babel/types";
import { bindingOf, type Binding } from "../syntax/bindings.ts";
import { calleeName, propertyName } from "../syntax/components.ts";
import { unwrap } from "../syntax/expressions.ts";
import { isFunction } from "../syntax/functions.ts";
import type { SourceFile } from "../workspace/source-file.ts";
import type { World } from "./session-worlds.ts";
import {
  and,
  choose,
  compare,
  isNullish,
  keyOf,
  literal,
  memberOf,
  not,
  or,
  truthOf,
  UNDEFINED,
  unknown,
  valueOf,
  type Truth,
  type Value,
} from "./session-values.ts";

export * from "./session-worlds.ts";

/**
 * Evaluates expressions of one file in each state of the session, as far as they depend on it: constants
 * are followed to where they are declared, everything else stays unknown (but equal where it is equal).
 */
export class SessionStates {
  readonly #file: SourceFile;
  readonly #calls: ReadonlySet<Node>;
  readonly #derived = new Map<Binding, boolean>();
  readonly #dependent = new Map<Node, boolean>();
  readonly #evaluating = new Set<Node>();

  /** @param calls the calls of useSession in the file */
  constructor(file: SourceFile, calls: Iterable<Node>) {
    this.#file = file;
    this.#calls = new Set(calls);
  }

  /** What a condition is in a world. */
  test(node: Node, world: World): Truth {
    const at = unwrap(node);
    if (at.type === "UnaryExpression" && at.operator === "!") return not(this.test(at.argument, world));
    if (at.type === "LogicalExpression" && at.operator === "&&") {
      const left = this.test(at.left, world);
      return left === false ? false : and(left, this.test(at.right, world));
    }
    if (at.type === "LogicalExpression" && at.operator === "||") {
      const left = this.test(at.left, world);
      return left === true ? true : or(left, this.test(at.right, world));
    }
    if (at.type === "ConditionalExpression")
      return choose(this.test(at.test, world), this.test(at.consequent, world), this.test(at.alternate, world));
    if (at.type === "CallExpression" && calleeName(at) === "Boolean" && at.arguments[0]) return this.test(at.arguments[0], world);
    return truthOf(this.value(at, world));
  }

  /** What an expression's value is in a world. */
  value(node: Node, world: World): Value {
    const at = unwrap(node);
    if (this.#evaluating.has(at)) return this.#opaque(at, world);
    this.#evaluating.add(at);
    try {
      return this.#value(at, world);
    } finally {
      this.#evaluating.delete(at);
    }
  }

  /** Whether an expression's value may depend on the session. */
  dependsOnSession(node: Node): boolean {
    const known = this.#dependent.get(node);
    if (known !== undefined) return known;
    const depends = this.#looksAtSession(node);
    this.#dependent.set(node, depends);
    return depends;
  }

  #looksAtSession(node: Node): boolean {
    const inside = (at: Node) => node.start! <= at.start! && at.end! <= node.end!;
    if ([...this.#calls].some(inside)) return true;
    return this.#file.nodes("Identifier").some((identifier) => inside(identifier) && this.#isDerived(bindingOf(this.#file, identifier)));
  }

  #value(node: Node, world: World): Value {
    if (this.#calls.has(node)) return world.result;
    switch (node.type) {
      case "StringLiteral":
      case "NumericLiteral":
      case "BooleanLiteral":
        return literal(node.value);
      case "NullLiteral":
        return literal(null);
      case "Identifier":
        return this.#identifier(node, world);
      case "MemberExpression":
      case "OptionalMemberExpression": {
        const object = this.value(node.object, world);
        const name = propertyName(node);
        if (isNullish(object)) return UNDEFINED;
        return name === undefined ? this.#opaque(node, world) : memberOf(object, name);
      }
      case "LogicalExpression": {
        const left = this.value(node.left, world);
        if (node.operator === "??") {
          if (isNullish(left)) return this.value(node.right, world);
          return left.type !== "unknown" || left.truthy ? left : unknown(`${keyOf(left)}??${keyOf(this.value(node.right, world))}`);
        }
        const truth = truthOf(left);
        if (typeof truth === "string") return unknown(`${keyOf(left)}${node.operator}${keyOf(this.value(node.right, world))}`);
        return truth === (node.operator === "&&") ? this.value(node.right, world) : left;
      }
      case "ConditionalExpression": {
        const test = this.test(node.test, world);
        if (typeof test === "boolean") return this.value(test ? node.consequent : node.alternate, world);
        return unknown(`${test}?${keyOf(this.value(node.consequent, world))}:${keyOf(this.value(node.alternate, world))}`);
      }
      case "UnaryExpression":
        if (node.operator === "!") return valueOf(this.test(node, world));
        if (node.operator === "void") return UNDEFINED;
        return node.operator === "typeof" ? typeOf(this.value(node.argument, world)) : this.#opaque(node, world);
      case "BinaryExpression":
        return this.#binary(node, world);
      case "CallExpression":
      case "OptionalCallExpression":
        return this.#call(node, world);
      case "ObjectExpression":
        return this.#object(node, world);
      case "SequenceExpression":
        return this.value(node.expressions.at(-1)!, world);
      case "ArrayExpression":
      case "ArrowFunctionExpression":
      case "FunctionExpression":
      case "JSXElement":
      case "JSXFragment":
      case "NewExpression":
      case "RegExpLiteral":
        return unknown(keyOf(this.#opaque(node, world)), true);
      default:
        return this.#opaque(node, world);
    }
  }

  #identifier(node: Extract<Node, { type: "Identifier" }>, world: World): Value {
    const binding = bindingOf(this.#file, node);
    if (binding === undefined) return node.name === "undefined" ? UNDEFINED : unknown(node.name);
    const declarator = binding.declaration;
    if (declarator.type !== "VariableDeclarator" || !declarator.init || !binding.constant) return this.#opaque(node, world);
    if (declarator.id.type !== "Identifier" && !this.dependsOnSession(declarator.init)) return unknown(node.name);
    return this.#fromPattern(declarator.id, this.value(declarator.init, world), binding, world) ?? this.#opaque(node, world);
  }

  /** What a name is that a pattern takes out of a value. */
  #fromPattern(pattern: Node, value: Value, binding: Binding, world: World): Value | undefined {
    switch (pattern.type) {
      case "Identifier":
        return pattern === binding.identifier ? value : undefined;
      case "AssignmentPattern":
        return this.#fromPattern(
          pattern.left,
          value.type === "literal" && value.value === undefined ? this.value(pattern.right, world) : value,
          binding,
          world,
        );
      case "ObjectPattern":
        for (const property of pattern.properties) {
          if (property.type === "RestElement") {
            if (property.argument === binding.identifier) return value;
            continue;
          }
          const name =
            !property.computed && property.key.type === "Identifier"
              ? property.key.name
              : property.key.type === "StringLiteral"
                ? property.key.value
                : undefined;
          const found = this.#fromPattern(
            property.value,
            name === undefined ? unknown(this.#file.slice(property)) : memberOf(value, name),
            binding,
            world,
          );
          if (found) return found;
        }
        return undefined;
      default:
        return undefined;
    }
  }

  #binary(node: BinaryExpression, world: World): Value {
    const left = this.value(node.left, world);
    const right = this.value(node.right, world);
    if (/^[!=]==?$/.test(node.operator)) {
      let same = compare(left, right, node.operator.length === 2);
      // An absent session's member is nobody's: `session?.user?.id === post.authorId`.
      if (same === undefined && [node.left, node.right].some((side) => isNullish(this.value(side, world)) && this.dependsOnSession(side)))
        same = false;
      if (same !== undefined) return literal(same === node.operator.startsWith("="));
    }
    if (
      /^[<>]/.test(node.operator) &&
      (left.type === "literal" ? left.value === undefined : right.type === "literal" && right.value === undefined)
    )
      return literal(false);
    const key = node.operator.startsWith("!")
      ? `!(${keyOf(left)}${node.operator.replace("!", "=")}${keyOf(right)})`
      : `${keyOf(left)}${node.operator}${keyOf(right)}`;
    return unknown(key);
  }

  #call(node: CallExpression | OptionalCallExpression, world: World): Value {
    const callee = unwrap(node.callee);
    const [first] = node.arguments;
    const name = calleeName(node as CallExpression);
    if (callee.type === "Identifier" && name === "Boolean" && first) return valueOf(this.test(first, world));
    if (callee.type === "MemberExpression" || callee.type === "OptionalMemberExpression") {
      const object = this.value(callee.object, world);
      if (isNullish(object)) return UNDEFINED;
      const list = unwrap(callee.object);
      if (name === "includes" && list.type === "ArrayExpression" && first) {
        const value = this.value(first, world);
        const items = list.elements.map((item) => (item ? this.value(item, world) : UNDEFINED));
        if (value.type === "literal" && items.every((item) => item.type === "literal"))
          return literal(items.some((item) => compare(item, value, false)));
      }
      return unknown(`${keyOf(object)}.${name ?? this.#file.slice(callee.property)}(${this.#argumentKeys(node, world)})`);
    }
    // `useMemo(() => …)` and a function of the component that takes nothing: what it returns.
    const called =
      name === "useMemo" && first
        ? unwrap(first)
        : callee.type === "Identifier" && node.arguments.length === 0
          ? this.#declaredFunction(callee)
          : undefined;
    const returned = called && returnedExpression(called);
    if (returned) return this.value(returned, world);
    // A hook of the project's own tells what only it knows; with the session as argument, what it returns may follow it.
    return unknown(`${this.#file.slice(callee)}(${this.#argumentKeys(node, world)})`);
  }

  #argumentKeys(node: CallExpression | OptionalCallExpression, world: World): string {
    return node.arguments
      .map((argument) =>
        argument.type === "SpreadElement" || isFunction(argument)
          ? keyOf(this.#opaque(argument, world))
          : keyOf(this.value(argument, world)),
      )
      .join();
  }

  #declaredFunction(name: Extract<Node, { type: "Identifier" }>): Node | undefined {
    const binding = bindingOf(this.#file, name);
    const declared = binding?.declaration;
    if (!binding?.constant || !declared) return undefined;
    if (declared.type === "FunctionDeclaration") return declared;
    return declared.type === "VariableDeclarator" && declared.init && declared.id.type === "Identifier" ? unwrap(declared.init) : undefined;
  }

  #object(node: Extract<Node, { type: "ObjectExpression" }>, world: World): Value {
    return {
      type: "object",
      key: keyOf(this.#opaque(node, world)),
      member: (name) => {
        for (const property of [...node.properties].reverse()) {
          if (property.type === "SpreadElement") {
            const spread = this.value(property.argument, world);
            const member = isNullish(spread) ? UNDEFINED : memberOf(spread, name);
            if (member.type !== "literal" || member.value !== undefined) return member;
          } else if (property.computed) return unknown(`${this.#file.slice(node)}.${name}`);
          else if (
            (property.key.type === "Identifier" && property.key.name === name) ||
            (property.key.type === "StringLiteral" && property.key.value === name)
          ) {
            return property.type === "ObjectProperty" ? this.value(property.value, world) : unknown(this.#file.slice(property), true);
          }
        }
        return UNDEFINED;
      },
    };
  }

  /** Something that is not looked into: the same everywhere, unless something of the session is in it. */
  #opaque(node: Node, world: World): Value {
    return unknown(`${this.#file.slice(node)}${this.dependsOnSession(node) ? `@${world.name}` : ""}`);
  }

  #isDerived(binding: Binding | undefined): boolean {
    if (binding === undefined) return false;
    const known = this.#derived.get(binding);
    if (known !== undefined) return known;
    this.#derived.set(binding, false);
    const declared = binding.declaration;
    const source =
      declared.type === "VariableDeclarator" ? declared.init : declared.type === "FunctionDeclaration" ? declared.body : undefined;
    const derived = source ? this.dependsOnSession(source) : false;
    this.#derived.set(binding, derived);
    return derived;
  }
}

function returnedExpression(fn: Node): Node | undefined {
  if (!isFunction(fn) || fn.params.length > 0 || fn.async || fn.generator) return undefined;
  if (fn.body.type !== "BlockStatement") return fn.body;
  const [only] = fn.body.body;
  return fn.body.body.length === 1 && only?.type === "ReturnStatement" ? (only.argument ?? undefined) : undefined;
}

function typeOf(value: Value): Value {
  if (value.type === "literal") return literal(value.value === null ? "object" : typeof value.value);
  return value.type === "object" ? literal("object") : unknown(`typeof ${value.key}`);
}
