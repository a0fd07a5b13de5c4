import fc from "fast-check";

/** Draws random choices one by one: programs are easier to write down that way than as a tree of arbitraries. */
export interface Draw {
  one<T>(values: readonly T[]): T;
  /** True once in `n` times. */
  onceIn(n: number): boolean;
  upTo(n: number): number;
  /** Some of the values, in their order. */
  some<T>(values: readonly T[]): T[];
}

/** An arbitrary of whatever a function makes of random choices. */
export function drawn<T>(make: (draw: Draw) => T): fc.Arbitrary<T> {
  return fc.gen().map((gen) => {
    const upTo = (n: number): number => gen(fc.nat, { max: n });
    return make({
      upTo,
      one: (values) => values[upTo(values.length - 1)]!,
      onceIn: (n) => upTo(n - 1) === n - 1,
      some: (values) => values.filter(() => upTo(1) === 1),
    });
  });
}
