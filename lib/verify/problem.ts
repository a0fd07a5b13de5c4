import { posix } from "node:path";

/** An error that a compiler reports. */
export interface Problem {
  /** Absolute, with `/`; undefined where the error is about the configuration or the program as a whole. */
  file: string | undefined;
  /** 1-based. */
  line: number;
  column: number;
  code: number;
  message: string;
}

/** A module that is not there, or has no types: one more import of it is no new error of the code. */
const MODULE_CODES = new Set([2307, 2732, 2792, 2882, 6305, 6307, 7016]);

/**
 * The errors that a change brings. Errors have no identity: one counts as the same where code and message are, in the
 * same file or, since changes move code, in any of the files that were changed.
 *
 * @param changed absolute paths
 */
export function newProblems(before: readonly Problem[], after: readonly Problem[], changed: ReadonlySet<string>): Problem[] {
  const keyOf = (problem: Problem) => JSON.stringify([whereOf(problem, changed), problem.code, messageOf(problem)]);
  const known = new Map<string, number>();
  for (const problem of before) known.set(keyOf(problem), (known.get(keyOf(problem)) ?? 0) + 1);
  return after.filter((problem) => {
    const left = known.get(keyOf(problem)) ?? 0;
    if (left > 0 && !MODULE_CODES.has(problem.code)) known.set(keyOf(problem), left - 1);
    return left === 0;
  });
}

function whereOf({ file, code }: Problem, changed: ReadonlySet<string>): string {
  if (file === undefined || MODULE_CODES.has(code)) return "";
  return changed.has(file) ? "changed" : file;
}

/** A relative specifier is another text for the same module once its file has moved. */
function messageOf({ file, message }: Problem): string {
  if (file === undefined) return message;
  return message.replace(/'(\.{1,2}\/[^']*)'/g, (_, specifier: string) => `'${posix.join(posix.dirname(file), specifier)}'`);
}
