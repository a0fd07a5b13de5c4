import { existsSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { undo, type Undone } from "../changes/undo.ts";
import { UsageError } from "../errors.ts";
import { visibleLine } from "../review/visible-text.ts";
import type { CliOptions } from "./options.ts";
import type { Terminal } from "./terminal.ts";

/**
 * Puts back what the last run in a folder changed.
 *
 * @returns the exit code
 * @throws {UsageError} where the path is not there, or a file was edited since
 */
export function runUndo(path: string | undefined, { quiet }: CliOptions, terminal: Terminal): number {
  const folder = resolve(terminal.cwd, path ?? ".");
  if (!existsSync(folder)) {
    throw new UsageError(`${path} is not there.`, `Looked for ${folder}. Check the path, or run in the project's folder without one.`);
  }
  const undone = undo(folder);
  if (quiet) return 0;
  if (undone === undefined) terminal.err(`Nothing to undo in ${visibleLine(folder)}.\n`);
  else terminal.out(undoneText(undone, terminal));
  return 0;
}

/** What was put back, a file a line, as the summary of a run has it. */
export function undoneText({ root, restored, removed, wasInterrupted, startedAt, more }: Undone, { cwd, palette }: Terminal): string {
  const named = (path: string) => visibleLine(relative(cwd, join(root, path)).replaceAll("\\", "/"));
  const lines = [
    ...restored.map((path) => `${palette.added("restored")}  ${named(path)}`),
    ...removed.map((path) => `${palette.removed("removed")}   ${named(path)}`),
  ];
  const files = `${lines.length} ${lines.length === 1 ? "file" : "files"}`;
  const run = `the ${wasInterrupted ? "interrupted run" : "run"} of ${new Date(startedAt).toLocaleString("sv")}`;
  const others = more === 0 ? "" : ` ${more} more ${more === 1 ? "run" : "runs"} can be undone here: undo again.`;
  return [...lines, `Undone: ${run}, ${files} put back.${others}`, ""].join("\n");
}
