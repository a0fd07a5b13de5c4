import { relative } from "node:path";
import { SourceEdit } from "./edit/source-edit.ts";
import { formatNewFile, neighbourStyle } from "./edit/new-file.ts";
import type { Step } from "./changes/change-set.ts";
import type { RunReport } from "./report.ts";
import type { FileWrite, Transform, TransformContext } from "./transform.ts";
import { ParseError } from "./workspace/parse.ts";

/** What one transform would do to one app, before anybody accepted it. */
export interface Proposal {
  transform: Transform;
  edits: readonly SourceEdit[];
  writes: readonly FileWrite[];
  /** Choices that cannot be made as a whole, because a file that has a part in them cannot be read. */
  impossible: ReadonlySet<string>;
}

/** Something a person accepts or refuses as a whole. */
export interface Choice {
  id: string;
  reasons: string[];
  paths: string[];
}

/** Asks a transform what it would do. A file that does not parse is reported, and left out. */
export async function propose(transform: Transform, context: TransformContext, report: RunReport): Promise<Proposal> {
  const mentioning = () => context.project.mentioning(transform.mentions);
  for (const file of mentioning()) guard(report, () => file.ast);
  const proposal = await proposalOf(transform, context, report);
  // However a transform copes with a file that cannot be read, the run says that it cannot.
  for (const { problem } of mentioning()) if (problem !== undefined) report.failure(problem);
  return proposal;
}

async function proposalOf(transform: Transform, context: TransformContext, report: RunReport): Promise<Proposal> {
  const nothing: Proposal = { transform, edits: [], writes: [], impossible: new Set() };
  const { project } = context;
  const plan = planOf(transform, context, report);
  if (plan === undefined) return nothing;
  const edits: SourceEdit[] = [];
  const impossible = new Set<string>();
  const files = transform.targets ? guard(report, () => transform.targets!(plan, context)) : project.mentioning(transform.mentions);
  for (const file of files ?? []) {
    let edit: SourceEdit | undefined;
    const isWhole = guard(report, () => {
      edit = new SourceEdit(file, transform.name, () => neighbourStyle(project, file.path));
      transform.edit?.(file, edit, plan, context);
      if (edit.spans().length > 0) edits.push(edit);
      return true;
    });
    if (!isWhole) for (const choice of edit?.choices ?? []) impossible.add(choice);
  }
  const writes: FileWrite[] = [];
  for (const write of guard(report, () => transform.create?.(plan, context)) ?? []) {
    const { content, configuration } = await formatNewFile(project, write.path, write.content, write.format);
    if (configuration?.runsCode || configuration?.problem !== undefined)
      report.configuration(relative(project.workspace.root, configuration.file), configuration.problem);
    writes.push({ ...write, content });
  }
  const proposal = { transform, edits, writes, impossible };
  for (const path of pathsOf(proposal, impossible))
    report
      .for(transform.name)
      .finding(
        "part-unreadable",
        path,
        undefined,
        "This would change together with a file that cannot be read, so nothing of the change was made.",
      );
  return proposal;
}

/** A file that turns out to be unreadable on the way is one that does not parse from then on: the plan is made again without it. */
function planOf(transform: Transform, context: TransformContext, report: RunReport): unknown {
  const unreadable = new Set<string>();
  for (;;) {
    try {
      return transform.plan(context);
    } catch (error) {
      if (!(error instanceof ParseError)) throw error;
      report.failure(error);
      if (unreadable.has(error.path)) return undefined;
      unreadable.add(error.path);
    }
  }
}

/** The files that have a part in some choices. */
function pathsOf({ transform, edits, writes }: Proposal, choices: ReadonlySet<string>): string[] {
  return [
    ...writes.filter((write) => choices.has(choiceOf(transform, write))).map(({ path }) => path),
    ...edits.filter((edit) => edit.spans((choice) => choices.has(choice)).length > 0).map(({ file }) => file.path),
  ];
}

function guard<T>(report: RunReport, work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    report.failure(error);
    return undefined;
  }
}

/** The choices of a proposal, in the order of their first file. */
export function choicesOf({ transform, edits, writes, impossible }: Proposal): Choice[] {
  const choices = new Map<string, Choice>();
  const add = (id: string, reason: string, path: string) => {
    if (impossible.has(id)) return;
    const choice = choices.get(id) ?? { id, reasons: [], paths: [] };
    choices.set(id, choice);
    if (!choice.reasons.includes(reason)) choice.reasons.push(reason);
    if (!choice.paths.includes(path)) choice.paths.push(path);
  };
  for (const write of writes) add(choiceOf(transform, write), write.reason, write.path);
  for (const edit of edits) for (const span of edit.spans()) add(span.choice, span.reason, edit.file.path);
  return [...choices.values()];
}

function choiceOf(transform: Transform, write: FileWrite): string {
  return write.choice ?? `${transform.name}:${write.path}`;
}

/** What is left of a proposal when only some choices are accepted. */
export function stepsOf(
  { transform, edits, writes, impossible }: Proposal,
  accepted: (choice: string) => boolean,
): [path: string, step: Step][] {
  const accept = (choice: string) => accepted(choice) && !impossible.has(choice);
  const written = writes
    .filter((write) => accept(choiceOf(transform, write)))
    .map((write): [string, Step] => [write.path, { transform: transform.name, spans: [], reasons: [write.reason], after: write.content }]);
  const edited = edits.flatMap((edit): [string, Step][] => {
    const spans = edit.spans(accept);
    if (spans.length === 0) return [];
    return [
      [
        edit.file.path,
        { transform: transform.name, spans, reasons: [...new Set(spans.map((span) => span.reason))], after: edit.render(accept) },
      ],
    ];
  });
  return [...written, ...edited];
}
