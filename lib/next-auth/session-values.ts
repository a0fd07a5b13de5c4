/** What is known of a value in one state of the session. */
export type Value =
  | { type: "literal"; value: string | number | boolean | null | undefined }
  /** An object whose members can be asked for. */
  | { type: "object"; key: string; member(name: string): Value }
  /** Anything else; `key` is the same where the value is the same. */
  | { type: "unknown"; key: string; truthy?: boolean };

/** A condition: true, false, or what it comes down to. Equal strings are equal conditions. */
export type Truth = boolean | string;

export const UNDEFINED: Value = { type: "literal", value: undefined };

export function literal(value: string | number | boolean | null | undefined): Value {
  return { type: "literal", value };
}

export function unknown(key: string, truthy?: boolean): Value {
  return { type: "unknown", key, ...(truthy && { truthy }) };
}

export function keyOf(value: Value): string {
  if (value.type !== "literal") return value.key;
  return value.value === undefined ? "undefined" : JSON.stringify(value.value);
}

export function isNullish(value: Value): boolean {
  return value.type === "literal" && (value.value === undefined || value.value === null);
}

export function truthOf(value: Value): Truth {
  if (value.type === "literal") return Boolean(value.value);
  return value.type === "object" || value.truthy ? true : value.key;
}

export function valueOf(truth: Truth): Value {
  return typeof truth === "string" ? unknown(truth) : literal(truth);
}

export function memberOf(object: Value, name: string): Value {
  if (isNullish(object)) return UNDEFINED;
  if (object.type === "object") return object.member(name);
  return unknown(`${keyOf(object)}.${name}`);
}

export function not(truth: Truth): Truth {
  if (typeof truth === "boolean") return !truth;
  return truth.startsWith("!(") && closesAtEnd(truth) ? truth.slice(2, -1) : `!(${truth})`;
}

/** Both of a conjunction's halves are kept apart, so that one condition can be seen to ask for more than another. */
const AND = "\u2227";

export function and(...truths: Truth[]): Truth {
  if (truths.includes(false)) return false;
  const open = new Set(truths.flatMap(conjunctsOf));
  const isDenied = (part: string) => part.startsWith("!(") && conjunctsOf(not(part)).every((other) => open.has(other));
  if ([...open].some(isDenied)) return false;
  return open.size === 0 ? true : [...open].join(AND);
}

/** The conditions that have to hold together; none where it is true. */
export function conjunctsOf(truth: Truth): string[] {
  if (typeof truth === "boolean") return [];
  let depth = 0;
  const parts = [""];
  for (const character of truth) {
    if (character === "(") depth++;
    if (character === ")") depth--;
    if (character === AND && depth === 0) parts.push("");
    else parts[parts.length - 1] += character;
  }
  return parts;
}

export function or(...truths: Truth[]): Truth {
  return not(and(...truths.map(not)));
}

export function choose(test: Truth, consequent: Truth, alternate: Truth): Truth {
  if (typeof test === "boolean") return test ? consequent : alternate;
  return consequent === alternate ? consequent : or(and(test, consequent), and(not(test), alternate));
}

/** Whether the parenthesis that opens after `!` is closed by the last character. */
function closesAtEnd(text: string): boolean {
  let depth = 0;
  for (let i = 1; i < text.length; i++) {
    if (text[i] === "(") depth++;
    if (text[i] === ")" && --depth === 0) return i === text.length - 1;
  }
  return false;
}

/** `===`, `==` and their opposites, as far as both sides are known. */
export function compare(left: Value, right: Value, loose: boolean): boolean | undefined {
  if (left.type === "literal" && right.type === "literal") {
    return left.value === right.value || (loose && isNullish(left) && isNullish(right));
  }
  const [known, other] = left.type === "literal" ? [left, right] : [right, left];
  if (known.type === "literal")
    return other.type === "object" || (other.type === "unknown" && other.truthy && (isNullish(known) || known.value === false))
      ? false
      : undefined;
  return undefined;
}
