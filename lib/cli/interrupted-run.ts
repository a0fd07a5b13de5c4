import { resolve } from "node:path";
import { recover, wasInterrupted } from "../changes/undo.ts";
import { undoneText } from "./run-undo.ts";
import type { Terminal } from "./terminal.ts";

/**
 * Looks for runs that were interrupted while they wrote: in a monorepo, there may be one an app. A run that writes puts
 * back first what they changed; a run that does not only says so.
 *
 * @throws {UsageError} where a file was edited since
 */
export function takeUpInterruptedRun(paths: readonly string[], writes: boolean, terminal: Terminal): void {
  for (const path of paths.length === 0 ? [terminal.cwd] : paths.map((path) => resolve(terminal.cwd, path))) {
    if (!writes) {
      if (wasInterrupted(path))
        terminal.err("An earlier run was interrupted while it wrote: next-auth-codemod undo puts back what it changed.\n");
      continue;
    }
    for (let undone = recover(path); undone !== undefined; undone = recover(path))
      terminal.err(undoneText({ ...undone, more: 0 }, terminal));
  }
}
