import { authOptions } from "../next-auth/auth-options.ts";
import { sessionCalls, sessionReferences, type SessionCall } from "../next-auth/session-calls.ts";
import { isTestFile } from "../project/entries.ts";
import { cycleClosedBy } from "../project/import-cycle.ts";
import { runsAtLoad } from "../syntax/load-time.ts";
import type { TransformContext } from "../transform.ts";
import type { SourceFile } from "../workspace/source-file.ts";
import { judgeCall } from "./judge-call.ts";
import { reportMisshapenSession, reportMissingOptions } from "./missing-options.ts";
import { nameOptions, optionsSource, type OptionsName, type OptionsSource } from "./options-source.ts";

/** A call that lacks the options, and how it gets them. */
export interface Repair {
  call: SessionCall;
  as: "only" | "third";
  options: OptionsName;
}

type Wanted = Omit<Repair, "options">;

/** Every call that can be repaired, and where its options come from. Reports those that cannot. */
export function planRepairs(
  context: TransformContext,
  files: readonly SourceFile[],
): { source: OptionsSource | undefined; repairs: Repair[] } {
  const wanted = files.flatMap((file) => judgeFile(context, file));
  if (wanted.length === 0) return { source: undefined, repairs: [] };
  const { project, report } = context;
  const options = authOptions(project);
  if (
    options.kind === "found" &&
    reportMisshapenSession(
      context,
      wanted.map(({ call }) => call),
    )
  )
    return { source: undefined, repairs: [] };
  const source = options.kind === "found" ? optionsSource(project, options) : undefined;
  const isSource = source !== undefined && !("rule" in source);
  // In the file that declares them the options are at hand, whoever else could import them.
  const reachable = wanted.filter(
    ({ call }) => isSource || (options.kind === "found" && options.value.kind === "constant" && options.value.file === call.file),
  );
  const missing = wanted.filter((one) => !reachable.includes(one)).map(({ call }) => call);
  if (missing.length > 0) reportMissingOptions(project, report, options, source && "rule" in source ? source.rule : undefined, missing);
  if (options.kind !== "found") return { source: undefined, repairs: [] };
  const repairs = reachable.flatMap((one): Repair[] => {
    const { call } = one;
    const name = nameOptions(project, call.file, call.call, options.value, isSource ? source : undefined);
    if (name === undefined)
      report.finding(
        "options-out-of-reach",
        call.file,
        call.call,
        "The options cannot be named here: another variable has their name, or they have none in this file.",
      );
    return name === undefined || (name.source !== undefined && closesHarmfulCycle(context, call, isSource ? source.file : undefined))
      ? []
      : [{ ...one, options: name }];
  });
  return { source: isSource ? source : undefined, repairs };
}

/** The calls of a file that lack the options. Reports what is left alone. */
function judgeFile({ project, report }: TransformContext, file: SourceFile): Wanted[] {
  if (isTestFile(file.path)) return [];
  for (const node of sessionReferences(project, file))
    report.finding(
      "session-call-by-reference",
      file,
      node,
      "getServerSession is handed on as a value here. Whoever calls it has to pass the options.",
    );
  const verdicts = sessionCalls(project, file).map((call) => ({ call, verdict: judgeCall(project, call) }));
  for (const { call, verdict } of verdicts) if (verdict.kind === "left") report.finding(verdict.rule, file, call.call, verdict.message);
  if (
    verdicts.some(({ verdict }) => verdict.kind === "right") &&
    verdicts.every(({ verdict }) => verdict.kind === "right" || verdict.kind === "apart")
  )
    report.alreadyRight(file.path);
  return verdicts.flatMap(({ call, verdict }) => (verdict.kind === "repair" ? [{ call, as: verdict.as }] : []));
}

/** Whether importing the options here would leave a module without what it reads while it loads. A harmless cycle is told, too. */
function closesHarmfulCycle({ project, report }: TransformContext, { file, call }: SessionCall, target: SourceFile | undefined): boolean {
  const cycle = target && cycleClosedBy(project, file, target);
  if (cycle === undefined) return false;
  const way = [file.path, ...cycle.way].join(" → ");
  const read = cycle.readAtLoad ?? (runsAtLoad(file, call) ? { file, node: call } : undefined);
  if (read !== undefined) {
    const { line } = read.file.position(read.node);
    report.finding(
      "session-call-import-cycle",
      file,
      call,
      `Importing the options here would close the cycle ${way}, and ${read.file.path}:${line} reads from it while the modules load. The call was left alone.`,
    );
    return true;
  }
  const message = `Importing the options here closes the cycle ${way}. Nothing in it is read while the modules load, so it works.`;
  report.finding("session-call-import-cycle", file, call, message, { severity: "info" });
  return false;
}
