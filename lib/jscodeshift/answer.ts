import { migrate } from "../migrate.ts";
import type { TransformOptions } from "../project/project.ts";
import { stepsOf, type Proposal } from "../propose.ts";
import type { Transform } from "../transform.ts";
import type { App } from "../workspace/app.ts";
import { isCode } from "../workspace/code-file.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** All that a transform does to one app, worked out from the tree as it was before anything was written. Plain data. */
export interface Answer {
  /** By path, relative to the workspace's root. Files about which there is nothing to say are left out. */
  files: Record<string, FileAnswer>;
  /** Files that jscodeshift does not write, since it never hands them over. */
  writes: Write[];
  /** What is said of the app, or of files that jscodeshift never hands over. */
  remarks: Remark[];
}

export interface FileAnswer {
  /** Undefined where the file stays as it is. */
  change?: { before: string; after: string; choices: string[] };
  remarks: Remark[];
  /** Why the file could not be read: where it does not parse. */
  failure?: string;
}

export interface Write {
  path: string;
  content: string;
  /** Whether there was no such file. */
  isNew: boolean;
  /** Written with the first edited file of that choice; by itself where no edit has it. */
  choice: string | undefined;
}

export interface Remark {
  text: string;
  /** Said only when asked for details. */
  isDetail: boolean;
}

/** Asks a transform what it would do to an app. Writes nothing. */
export async function answerFor(transform: Transform, app: App, workspace: Workspace, options: TransformOptions): Promise<Answer> {
  const proposals: Proposal[] = [];
  const { changes, report } = await migrate({
    workspace,
    apps: [app],
    transforms: [transform],
    options,
    choose: async (proposal) => {
      proposals.push(proposal);
      return stepsOf(proposal, () => true);
    },
  });
  const answer: Answer = { files: {}, writes: [], remarks: [] };
  const file = (path: string) => (answer.files[path] ??= { remarks: [] });
  const choicesOfWrites = new Map(proposals.flatMap(({ writes }) => writes.map(({ path, choice }) => [path, choice] as const)));
  const choicesOfEdits = new Set<string | undefined>();
  for (const { path, before, after, steps } of changes) {
    if (before === undefined || after === undefined || choicesOfWrites.has(path)) continue;
    const choices = [...new Set(steps.flatMap(({ spans }) => spans.map(({ choice }) => choice)))];
    for (const choice of choices) choicesOfEdits.add(choice);
    file(path).change = { before, after, choices };
  }
  for (const { path, before, after } of changes) {
    if (after === undefined || !choicesOfWrites.has(path)) continue;
    const choice = choicesOfWrites.get(path);
    answer.writes.push({ path, content: after, isNew: before === undefined, choice: choicesOfEdits.has(choice) ? choice : undefined });
  }
  for (const { path, line, column, rule, severity, message, help } of report.findings) {
    const place = line === undefined ? "" : `${line}:${column} `;
    const remark = { text: `${place}${severity} ${rule}: ${message} ${help}`, isDetail: severity === "info" };
    if (isCode(path)) file(path).remarks.push(remark);
    else answer.remarks.push({ ...remark, text: `${path}: ${remark.text}` });
  }
  for (const { path, line, column, message } of report.failures) file(path).failure = `${line}:${column} ${message}`;
  return answer;
}
