import type { Node } from "@babel/types";
import type { SourceEdit } from "./edit/source-edit.ts";
import type { Finding } from "./findings/index.ts";
import type { Project } from "./project/project.ts";
import type { SourceFile } from "./workspace/source-file.ts";

/**
 * A transform looks everywhere before it touches anything: `plan` gathers what it has to know of the whole
 * app, `edit` says what changes in one file, `create` which whole files are written. It only returns values;
 * what happens to them (a diff, a patch, a write) is not its business.
 */
export interface Transform<Plan = unknown> {
  /** Kebab-case: the command's name. */
  readonly name: string;
  /** One line for `list` and the README. */
  readonly summary: string;
  /** Text without any of which a file cannot concern this transform. Other files are never opened. */
  readonly mentions: readonly string[];
  /** Cross-file facts; undefined where there is nothing to do in this app (with a finding where that needs a reason). */
  plan(context: TransformContext): Plan | undefined;
  /** The files to edit; by default those that have one of `mentions`. */
  targets?(plan: Plan, context: TransformContext): readonly SourceFile[];
  /** Collects the changes of one file. */
  edit?(file: SourceFile, edits: SourceEdit, plan: Plan, context: TransformContext): void;
  /** New files, and whole contents for files that are not code. */
  create?(plan: Plan, context: TransformContext): readonly FileWrite[];
}

export interface TransformContext {
  readonly project: Project;
  readonly report: Report;
  /** Whether a file is among the paths that were given. Places elsewhere change only where they have to follow. */
  isSelected(path: string): boolean;
}

/** A file to be written as a whole. */
export interface FileWrite {
  path: string;
  content: string;
  reason: string;
  /** What it is accepted or refused with; see SourceEdit.because. */
  choice?: string;
  /**
   * `always`: by the project's Prettier configuration, else in its neighbours' style. `configured`: only where the
   * project has a Prettier configuration (moved code keeps its own style otherwise). `never`: as it is.
   */
  format: "always" | "configured" | "never";
}

/** Where a transform says what it left alone, and what was right already. */
export interface Report {
  /**
   * @param rule a name from the rules' table, which gives severity and help unless they are given here
   * @param at the file, and the place in it
   */
  finding(
    rule: string,
    at: SourceFile | string,
    place: Node | number | undefined,
    message: string,
    overrides?: Partial<Pick<Finding, "help" | "severity" | "transform">>,
  ): void;
  /** Counts a file as having what the transform would have brought. */
  alreadyRight(path: string): void;
}

/** Helps TypeScript to infer a transform's plan. */
export function defineTransform<Plan>(transform: Transform<Plan>): Transform<Plan> {
  return transform;
}
