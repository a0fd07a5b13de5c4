import { constant, dependsOnSession, either, optionsOf, truthOf, UNKNOWN, withTraits, type Constant, type Value } from "./values.ts";

/** Methods of a string that give the same for the same arguments, and throw nothing that matters here. */
const STRING_METHODS = new Set([
  "startsWith",
  "endsWith",
  "includes",
  "indexOf",
  "lastIndexOf",
  "slice",
  "substring",
  "substr",
  "charAt",
  "at",
  "concat",
  "toLowerCase",
  "toUpperCase",
  "trim",
  "trimEnd",
  "trimStart",
  "replace",
  "replaceAll",
  "match",
  "search",
  "split",
  "toString",
]);
/** Methods that change a list in place. */
export const MUTATING_METHODS = new Set([
  "push",
  "unshift",
  "pop",
  "shift",
  "splice",
  "sort",
  "reverse",
  "fill",
  "copyWithin",
  "add",
  "delete",
  "set",
  "clear",
]);

/** Calls a method of a value that is known; `unknown` where its result is not. */
export function callMethod(receiver: Value, name: string, args: readonly Value[]): Value {
  if (receiver.kind === "either") return either(receiver.options.map((option) => callMethod(option, name, args)));
  const session = [receiver, ...args].some(dependsOnSession);
  return withTraits(resultOf(receiver, name, args), { session });
}

function resultOf(receiver: Value, name: string, args: readonly Value[]): Value {
  if (receiver.kind === "list") return callOnList(receiver.items, name, args);
  if (receiver.kind === "constant") return callOnConstant(receiver.value, name, args);
  if (receiver.kind !== "object") return UNKNOWN;
  return receiver.get?.(name)?.kind === "object" ? callValue(receiver.get(name), args) : UNKNOWN;
}

export function callValue(callee: Value, args: readonly Value[]): Value {
  if (callee.kind === "either") return either(callee.options.map((option) => callValue(option, args)));
  return callee.kind === "object" && callee.call ? withTraits(callee.call(args), { session: callee.session }) : UNKNOWN;
}

function callOnConstant(value: Constant, name: string, args: readonly Value[]): Value {
  const known = constantsOf(args);
  if (known === undefined) return UNKNOWN;
  if (value instanceof RegExp) {
    if (name !== "test" && name !== "exec") return UNKNOWN;
    // A fresh expression: `lastIndex` of a global one would carry over.
    const found = new RegExp(value.source, value.flags).exec(String(known[0]));
    return name === "test" ? constant(found !== null) : found === null ? constant(null) : listOf([...found]);
  }
  if (typeof value !== "string" || !STRING_METHODS.has(name)) return UNKNOWN;
  const method = (value as unknown as Record<string, ((...given: unknown[]) => unknown) | undefined>)[name];
  return toValue(method?.apply(value, known));
}

function callOnList(items: readonly Value[], name: string, args: readonly Value[]): Value {
  const [first = constant(undefined)] = args;
  const each = () => items.map((item, i) => callValue(first, [item, constant(i), { kind: "list", items }]));
  switch (name) {
    case "some":
    case "every": {
      const decides = name === "some";
      const truths = each().map((value) => ({ truth: truthOf(value), session: dependsOnSession(value) }));
      const deciding = truths.filter(({ truth }) => truth === decides);
      if (deciding.length > 0) return withTraits(constant(decides), { session: deciding.every(({ session }) => session) });
      const session = truths.some((one) => one.session);
      return withTraits(truths.every(({ truth }) => truth === !decides) ? constant(!decides) : UNKNOWN, { session });
    }
    case "includes":
      return includes(items, first);
    case "map":
      return { kind: "list", items: each() };
    case "flatMap":
      return flat(each());
    case "flat":
      return flat(items);
    case "concat":
      return flat([{ kind: "list", items }, ...args]);
    case "filter":
    case "find": {
      const truths = each().map(truthOf);
      if (truths.includes(undefined)) return UNKNOWN;
      const kept = items.filter((_, i) => truths[i]);
      return name === "filter" ? { kind: "list", items: kept } : (kept[0] ?? constant(undefined));
    }
    case "join": {
      const [parts, by] = [constantsOf(items), constantsOf(args)];
      return parts && by ? constant(parts.join(by[0] === undefined ? undefined : String(by[0]))) : UNKNOWN;
    }
    case "at":
    case "slice":
    case "indexOf": {
      const [all, given] = [constantsOf(items), constantsOf(args)];
      return all && given ? toValue((all[name as "at"] as (...arg: unknown[]) => unknown).apply(all, given)) : UNKNOWN;
    }
    default:
      return UNKNOWN;
  }
}

/** Whether a list has a value, for `includes` and a set's `has`. */
export function includes(items: readonly Value[], value: Value): Value {
  const answers = items.map((item) => sameValue(item, value));
  return answers.includes(true) ? constant(true) : answers.includes(undefined) ? UNKNOWN : constant(false);
}

/** `===`, where it is known. */
export function sameValue(a: Value, b: Value): boolean | undefined {
  if (a.kind === "either" || b.kind === "either") {
    const answers = optionsOf(a).flatMap((one) => optionsOf(b).map((other) => sameValue(one, other)));
    return answers.every((answer) => answer === answers[0]) ? answers[0] : undefined;
  }
  if (a.kind === "constant" && b.kind === "constant") return a.value === b.value;
  const [known, other] = a.kind === "constant" ? [a, b] : [b, a];
  // Something that is there is neither null nor undefined, and no text or number either where it is an object.
  if (known.kind !== "constant" || other.kind === "unknown" || other.kind === "falsy") return undefined;
  if (other.kind === "truthy") return known.value ? undefined : false;
  return false;
}

function flat(values: readonly Value[]): Value {
  return values.some(({ kind }) => kind === "unknown" || kind === "either")
    ? UNKNOWN
    : { kind: "list", items: values.flatMap((value) => (value.kind === "list" ? value.items : [value])) };
}

function constantsOf(values: readonly Value[]): Constant[] | undefined {
  const known = values.flatMap((value) => (value.kind === "constant" ? [value.value] : []));
  return known.length === values.length ? known : undefined;
}

function listOf(values: readonly unknown[]): Value {
  return { kind: "list", items: values.map(toValue) };
}

function toValue(value: unknown): Value {
  if (Array.isArray(value)) return listOf(value);
  return value === null || value === undefined || typeof value !== "object" ? constant(value as Constant) : UNKNOWN;
}
