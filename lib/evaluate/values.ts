/**
 * What is known of an expression's value for one request: a constant, a list, an object of which some properties are
 * known, a response, or only whether it is truthy. `either` stands for code that was reached by more than one way.
 */
export type Value = Shape & Traits;

type Shape =
  | { kind: "constant"; value: Constant }
  | { kind: "list"; items: readonly Value[] }
  | {
      kind: "object";
      get?: (name: string) => Value;
      call?: (args: readonly Value[]) => Value;
      construct?: (args: readonly Value[]) => Value;
    }
  /** `NextResponse.next()`: the request goes on to its route. */
  | { kind: "pass" }
  /** A response of one's own: a redirect, a rewrite, JSON. `thrown`: by a function that throws, such as `redirect()`. */
  | { kind: "answer"; thrown?: boolean }
  | { kind: "truthy" | "falsy" | "unknown" }
  | { kind: "either"; options: readonly Value[] };

export type Constant = string | number | boolean | null | undefined | RegExp;

export interface Traits {
  /** It would be another one with another session. */
  session?: boolean;
  /** It was reached by a test that could not be decided. */
  unsure?: boolean;
}

export const UNKNOWN: Value = { kind: "unknown" };
export const PASS: Value = { kind: "pass" };
export const ANSWER: Value = { kind: "answer" };

export function constant(value: Constant): Value {
  return { kind: "constant", value };
}

/** An object that only is called. */
export function callable(call: (args: readonly Value[]) => Value): Value {
  return { kind: "object", call };
}

export function withTraits(value: Value, { session, unsure }: Traits): Value {
  if (!session && !unsure) return value;
  if (value.kind === "either") return { ...value, options: value.options.map((option) => withTraits(option, { session, unsure })) };
  return { ...value, session: value.session || session, unsure: value.unsure || unsure };
}

/** The value of something that is one of these. */
export function either(values: readonly Value[]): Value {
  const options = values.flatMap((value) => (value.kind === "either" ? value.options : [value]));
  return options.length === 1 ? options[0]! : { kind: "either", options };
}

export function optionsOf(value: Value): readonly Value[] {
  return value.kind === "either" ? value.options : [value];
}

export function dependsOnSession(value: Value): boolean {
  return optionsOf(value).some(({ session }) => session === true);
}

/** Whether a value is truthy; undefined where that is not known. */
export function truthOf(value: Value): boolean | undefined {
  switch (value.kind) {
    case "constant":
      return Boolean(value.value);
    case "falsy":
      return false;
    case "unknown":
      return undefined;
    case "either": {
      const [first, ...rest] = value.options.map(truthOf);
      return rest.every((truth) => truth === first) ? first : undefined;
    }
    default:
      return true;
  }
}

/** Whether returning this lets a request go on to its route: nothing, null, or `NextResponse.next()`. */
export function letsThrough(value: Value): boolean {
  return value.kind === "pass" || value.kind === "falsy" || (value.kind === "constant" && !value.value);
}
