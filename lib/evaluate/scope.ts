import type { Binding } from "../syntax/bindings.ts";
import type { Project } from "../project/project.ts";
import type { SourceFile } from "../workspace/source-file.ts";
import type { Request } from "./request.ts";
import type { Value } from "./values.ts";

/** One evaluation of code for one request. */
export interface Run {
  readonly project: Project;
  readonly request: Request;
  /** What is left to be evaluated before the run gives up: code that loops or branches without end. */
  budget: number;
  /** How many functions are being called. */
  depth: number;
  /** Calls of code that is not known so far: any of them may throw. */
  unknownCalls: number;
  /** Variables whose value is being looked for, so that one that needs itself ends. */
  readonly pending: Set<Binding>;
}

/** Where an expression stands: its file, and what the parameters around it were given. */
export interface Scope {
  readonly file: SourceFile;
  readonly values: ReadonlyMap<Binding, Value>;
}

export class BudgetError extends Error {
  override readonly name = "BudgetError";
}

export const MAX_DEPTH = 16;
const BUDGET = 50_000;

export function startRun(project: Project, request: Request): Run {
  return { project, request, budget: BUDGET, depth: 0, unknownCalls: 0, pending: new Set() };
}
