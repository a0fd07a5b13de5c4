import { join, relative } from "node:path";
import { apply } from "../changes/apply.ts";
import { discover, type Discovery } from "../discover.ts";
import { UsageError } from "../errors.ts";
import { migrate, type MigrateRequest, type MigrateResult } from "../migrate.ts";
import { patchOf } from "../review/patch.ts";
import { reviewRun, type RunReview } from "../review/run-review.ts";
import { transformOptions } from "../transform-options.ts";
import type { Transform } from "../transform.ts";
import { isKeptOutOfGit } from "../workspace/file-status.ts";
import { documentationOf } from "../../transforms/registry.ts";
import { artefact } from "./artefact.ts";
import { gitRoot, requireCleanTree } from "./git.ts";
import { InteractiveReview } from "./interactive.ts";
import { takeUpInterruptedRun } from "./interrupted-run.ts";
import type { CliOptions } from "./options.ts";
import { progressBar } from "./progress.ts";
import { formatOf, showRun } from "./show-run.ts";
import type { Terminal } from "./terminal.ts";

/** One transform, or all: plan, show, and write unless it is a dry run. Returns the exit code. */
export async function runMigrate(
  transforms: readonly Transform[],
  paths: readonly string[],
  options: CliOptions,
  terminal: Terminal,
): Promise<number> {
  const format = formatOf(options);
  const writes = !options.dry && !options.check && options.patch === undefined;
  if (options.interactive && options.check)
    throw new UsageError("--check asks nobody, so it does not go with --interactive.", "Give one of them.");
  const patchFile = options.patch === undefined ? undefined : artefact("--patch", options.patch, terminal.cwd);
  const reportFile = options.report === undefined ? undefined : artefact("--report", options.report, terminal.cwd);
  takeUpInterruptedRun(paths, writes, terminal);
  const found = discover({ cwd: terminal.cwd, paths, ignore: options.ignore });
  const forTransforms = transformOptions(options, found, terminal.cwd);
  const { root } = found.workspace;
  const requireClean = () => void (writes && !options.force && requireCleanTree(found.apps.map(({ dir }) => join(root, dir))));
  // Nobody should review for nothing; and where nothing is to be written, nothing can be lost.
  if (options.interactive) requireClean();
  const named = (path: string) => relative(found.base, join(root, path)).replaceAll("\\", "/");
  const interactive = options.interactive ? new InteractiveReview(terminal, named, documentationOf) : undefined;
  const result = await migrateWatched({ ...found, transforms, options: forTransforms, choose: interactive?.choose }, terminal, interactive);
  if (result.changes.size > 0) requireClean();
  if (writes && options.verify) await verifyResult(result, found);
  // What was given is written to, not the whole monorepo: other apps may be written to meanwhile, and undone on their own.
  if (writes && result.changes.size > 0) apply(found.base, result.changes.renamed(named));
  const review = reviewRun(result, found, {
    written: writes,
    transforms: transforms.map(({ name }) => name),
    named,
    refused: interactive?.refused,
  });
  if (patchFile) writePatch(result, found, options.patch!, patchFile.write, terminal);
  if (reportFile) reportFile.write(await reportPage(review));
  await showRun(review, options, format, terminal);
  if (reportFile && !options.quiet) terminal.err(`Report written to ${options.report}.\n`);
  if (!writes && options.verify) await verifyResult(result, found);
  return exitCode(result, found, options);
}

async function migrateWatched(
  request: MigrateRequest,
  terminal: Terminal,
  interactive: InteractiveReview | undefined,
): Promise<MigrateResult> {
  const progress = progressBar(terminal, interactive === undefined);
  try {
    return await migrate({ ...request, onProgress: progress.step });
  } finally {
    progress.end();
    interactive?.end();
  }
}

function writePatch(
  result: MigrateResult,
  { workspace: { root }, base }: Discovery,
  file: string,
  write: (text: string) => void,
  terminal: Terminal,
): void {
  const from = gitRoot(base) ?? base;
  const patch = patchOf({
    changes: result.changes,
    named: (path) => relative(from, join(root, path)).replaceAll("\\", "/"),
    isIgnored: (path) => isKeptOutOfGit(join(root, path)),
  });
  write(patch.text);
  for (const { path, why } of patch.leftOut) terminal.err(`${path} is not in the patch: ${why}.\n`);
  const files = `${patch.files} ${patch.files === 1 ? "file" : "files"}`;
  terminal.err(
    patch.files === 0 ? `Nothing to patch: ${file} is empty.\n` : `Patch of ${files} written to ${file}; in ${from}: git apply ${file}\n`,
  );
}

/** @throws {UsageError} where the result brings new type errors */
async function verifyResult(result: MigrateResult, found: Discovery): Promise<void> {
  const { verify } = await import("../verify/verify.ts");
  verify(result, found);
}

async function reportPage(review: RunReview): Promise<string> {
  const { reportDocument } = await import("../review/report/document.ts");
  return reportDocument(review, documentationOf);
}

/** A file that did not parse outweighs what is pending; what only a git-ignored env file lacks is not pending. */
function exitCode({ changes, report }: MigrateResult, { workspace: { root } }: Discovery, { check }: CliOptions): number {
  if (report.failures.length > 0) return 2;
  return check && [...changes].some(({ path }) => !isKeptOutOfGit(join(root, path))) ? 1 : 0;
}
