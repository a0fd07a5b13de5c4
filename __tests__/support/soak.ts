/** Long runs, `npm run soak`: as much as goes into its time, from another seed each time, instead of a sample. */
export const isSoak = process.env.SOAK !== undefined;

/** Of one test file; two of them run beside each other. */
const MINUTES = Number(process.env.SOAK_MINUTES ?? 16);

/** A run can be repeated: `SEED=… npx vitest run __tests__/properties.test.ts`, with SOAK=1 as well where it was a soak. */
// The same inputs every time, so that a change is what turns a test red; the soak looks further each time it runs.
export const seed = process.env.SEED !== undefined ? Number(process.env.SEED) : isSoak ? Date.now() & 0x7fffffff : 4_24_15;

/** A share of the soak's time, in milliseconds. */
export function timeOf(share: number): number {
  return share * MINUTES * 60_000;
}

/** What fast-check is told: so many inputs; in a soak as many as go into a share of its time. */
export function runs(numRuns: number, share: number) {
  const common = { seed, endOnFailure: true };
  return isSoak ? { ...common, numRuns: 1_000_000, interruptAfterTimeLimit: timeOf(share) } : { ...common, numRuns };
}

/** The numbers below `n` in an order that only the seed decides. */
export function shuffledNumbers(n: number): number[] {
  const numbers = Array.from({ length: n }, (_, i) => i);
  let state = seed;
  for (let i = n - 1; i > 0; i--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const j = state % (i + 1);
    [numbers[i], numbers[j]] = [numbers[j]!, numbers[i]!];
  }
  return numbers;
}
