import { ChangeSet, type Step } from "./changes/change-set.ts";
import { BrokenOutputError } from "./errors.ts";
import { toldAsOther } from "./other-apps.ts";
import { Project, type TransformOptions } from "./project/project.ts";
import { propose, stepsOf, type Proposal } from "./propose.ts";
import { RunReport } from "./report.ts";
import type { Transform, TransformContext } from "./transform.ts";
import type { App } from "./workspace/app.ts";
import { ParseError } from "./workspace/parse.ts";
import type { Workspace } from "./workspace/workspace.ts";

export interface MigrateRequest {
  workspace: Workspace;
  apps: readonly App[];
  transforms: readonly Transform[];
  options: TransformOptions;
  /** Whether a file is among the paths that were given. */
  isSelected?: (path: string) => boolean;
  /** Lets somebody accept, refuse or alter a transform's changes before the next one looks at the app. */
  choose?: (proposal: Proposal, context: TransformContext) => Promise<readonly [path: string, step: Step][]>;
  /** Told before each transform of each app. */
  onProgress?: (step: { app: App; transform: Transform; done: number; of: number }) => void;
}

export interface MigrateResult {
  changes: ChangeSet;
  report: RunReport;
  /** The workspace with every change laid over it. */
  workspace: Workspace;
}

/**
 * Runs transforms over apps, one after another, each seeing what the ones before it made. Writes nothing.
 *
 * @throws {BrokenOutputError}
 */
export async function migrate(request: MigrateRequest): Promise<MigrateResult> {
  const { apps, transforms, options, isSelected = () => true, choose, onProgress } = request;
  const changes = new ChangeSet();
  const report = new RunReport();
  let { workspace } = request;
  let done = 0;
  for (const app of apps) {
    const touched = new Set<string>();
    const asFound = new Project(app, workspace, options);
    tellBrokenAliases(asFound, report);
    if (toldAsOther(asFound, report)) {
      done += transforms.length;
      continue;
    }
    for (const transform of transforms) {
      onProgress?.({ app, transform, done: done++, of: apps.length * transforms.length });
      const project = new Project(app, workspace, options, touched);
      const context: TransformContext = { project, report: report.for(transform.name), isSelected };
      const proposal = await propose(transform, context, report);
      const steps = choose ? await choose(proposal, context) : stepsOf(proposal, () => true);
      for (const [path, step] of steps) {
        changes.lay(path, workspace.read(path), step);
        touched.add(path);
      }
      workspace = workspace.with(steps.map(([path, step]) => [path, step.after]));
      for (const [path] of steps) checkParses(workspace, path, transform.name);
    }
    workspace = workspace.release([...app.files, ...touched]);
  }
  return { changes, report, workspace };
}

function tellBrokenAliases({ app, resolver }: Project, report: RunReport): void {
  const { problem } = resolver.aliasesFor(app.dir);
  if (problem !== undefined)
    report.for(undefined).finding("tsconfig-unreadable", problem.path, undefined, `${problem.path} could not be read: ${problem.message}`);
}

function checkParses(workspace: Workspace, path: string, transform: string): void {
  if (!/\.[cm]?[jt]sx?$/.test(path)) return;
  try {
    void workspace.source(path)?.ast;
  } catch (error) {
    if (error instanceof ParseError) throw new BrokenOutputError(transform, error);
    throw error;
  }
}
