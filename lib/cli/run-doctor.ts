import { join, relative } from "node:path";
import { closest, distance } from "fastest-levenshtein";
import { ChangeSet } from "../changes/change-set.ts";
import { discover } from "../discover.ts";
import { diagnose } from "../doctor/diagnose.ts";
import { allRules, explained } from "../doctor/rules.ts";
import { UsageError } from "../errors.ts";
import { isAddress } from "../findings/index.ts";
import { diagnosisText, diagnosisSummary, explanationText } from "../review/diagnosis.ts";
import { jsonDocument } from "../review/json.ts";
import { reviewRun } from "../review/run-review.ts";
import { failuresText } from "../review/summary.ts";
import { visibleJson } from "../review/visible-text.ts";
import { probe } from "../probe/probe.ts";
import type { CliOptions } from "./options.ts";
import { findingsDocument, formatOf } from "./show-run.ts";
import { READABLE_COLUMNS, type Terminal } from "./terminal.ts";

/**
 * Names what keeps the session from persisting in every app below the paths, and in a running one that is to be probed.
 * Writes nothing.
 *
 * @returns the exit code: 1 where an error was found, 2 where a file does not parse
 * @throws {UsageError} where a path is not there, no app is found, or there is no rule of the name to explain
 */
export async function runDoctor(paths: readonly string[], options: CliOptions, terminal: Terminal): Promise<number> {
  const columns = terminal.screen?.columns ?? READABLE_COLUMNS;
  if (options.explain !== undefined) {
    terminal.out(explain(options.explain, { palette: terminal.palette, columns }));
    return 0;
  }
  const format = formatOf(options);
  // A running app can be asked from anywhere, without its sources.
  const mayBeNone = options.probe !== undefined && paths.length === 0;
  const found = discover({ cwd: terminal.cwd, paths, ignore: options.ignore, mayBeNone });
  const { root } = found.workspace;
  const report = diagnose(found);
  if (options.probe !== undefined) report.findings.unshift(...(await probe(options.probe, { allowRemote: options.allowRemote })));
  const named = (path: string) => (isAddress(path) ? path : relative(found.base, join(root, path)).replaceAll("\\", "/"));
  const review = reviewRun({ changes: new ChangeSet(), report, workspace: found.workspace }, found, {
    written: false,
    transforms: [],
    named,
  });
  const { verbose = false, quiet = false } = options;
  if (format === "json") terminal.out(visibleJson(jsonDocument(review)));
  else if (format !== "text") terminal.out(findingsDocument(review.findings, review.root, format, allRules));
  else terminal.out(diagnosisText(review.findings, { palette: terminal.palette, columns, verbose, ruleOf: (name) => allRules[name] }));
  terminal.err(failuresText(review, { palette: terminal.messages, columns }));
  if (!quiet)
    (format === "text" ? terminal.out : terminal.err)(
      diagnosisSummary(review, { palette: format === "text" ? terminal.palette : terminal.messages, columns, verbose }),
    );
  if (report.failures.length > 0) return 2;
  return review.findings.some(({ severity }) => severity === "error") ? 1 : 0;
}

/** @throws {UsageError} */
function explain(name: string, show: { palette: Terminal["palette"]; columns: number }): string {
  const found = explained(name);
  if (found === undefined) {
    const near = closest(name, Object.keys(allRules));
    const hint =
      distance(name, near) <= Math.max(3, name.length / 3)
        ? `Did you mean ${near}?`
        : `The rules are: ${Object.keys(allRules).sort().join(", ")}.`;
    throw new UsageError(`There is no rule called ${name}.`, hint);
  }
  return explanationText(found, show);
}
