import { basePathOf } from "../next-auth/next-config.ts";
import { originOfExport } from "../project/origin.ts";
import type { Project } from "../project/project.ts";
import { ParseError } from "../workspace/parse.ts";
import type { SourceFile } from "../workspace/source-file.ts";
import { callValue } from "./methods.ts";
import { valueOfOrigin } from "./names.ts";
import { requestValue, type Request } from "./request.ts";
import { BudgetError, startRun } from "./scope.ts";
import { either, letsThrough, optionsOf, PASS, UNKNOWN, type Value } from "./values.ts";

/**
 * What a middleware does with a request for a path: `passes` it on to its route, whoever asks; `answers` it itself,
 * for everybody or by the session; or `may-answer` it under a condition that cannot be read and is not the session's.
 */
export type Handling = "passes" | "answers" | "may-answer";

/** Who asks for which path. */
type Visit = Omit<Request, "basePath">;

/**
 * Evaluates a middleware for one path, for a visitor who is signed in and one who is not.
 *
 * @param exported the name of the export that Next.js calls
 */
export function handlingOf(project: Project, file: SourceFile, exported: string, path: string): Handling {
  const visitors = [false, true].map((signedIn) => optionsOf(outcomeOf(project, file, exported, { path, signedIn })));
  const answers = visitors.flat().filter((value) => !letsThrough(value));
  if (answers.length === 0) return "passes";
  const isCertain = visitors.some((outcomes) => !outcomes.some(letsThrough));
  return isCertain || answers.some(({ session, unsure }) => session || !unsure) ? "answers" : "may-answer";
}

/** Whether a middleware answers a visitor's request for a path itself, whatever else there is to it. */
export function certainlyAnswers(project: Project, file: SourceFile, exported: string, request: Visit): boolean {
  return optionsOf(outcomeOf(project, file, exported, request)).every((value) => !letsThrough(value));
}

/** What cannot be followed to its end, or leads into a file that does not parse, may let a request through or not. */
function outcomeOf(project: Project, file: SourceFile, exported: string, visit: Visit): Value {
  const request: Request = { ...visit, basePath: basePathOf(project) };
  const run = startRun(project, request);
  try {
    return callValue(valueOfOrigin(run, originOfExport(project, file, exported)), [requestValue(request), UNKNOWN]);
  } catch (error) {
    if (error instanceof BudgetError || error instanceof ParseError || error instanceof RangeError)
      return either([PASS, { ...UNKNOWN, unsure: true }]);
    throw error;
  }
}
