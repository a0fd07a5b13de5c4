import { chmodSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { UsageError } from "../errors.ts";
import type { ChangeSet, FileChange } from "./change-set.ts";

/**
 * Writes a change set: checks first that every file still is what was read and every new path is free,
 * then writes beside each target and renames.
 *
 * @param root absolute; the change set's paths are relative to it
 * @throws {UsageError} before anything is written
 */
export function apply(root: string, changes: ChangeSet): void {
  for (const change of changes) checkUnchanged(root, change);
  for (const change of changes) write(join(root, change.path), change.after);
}

function checkUnchanged(root: string, { path, before }: FileChange): void {
  const target = join(root, path);
  const stat = lstatSync(target, { throwIfNoEntry: false });
  if (stat?.isSymbolicLink()) throw new UsageError(`${path} is a symbolic link.`, "Links are never written through. Run in the folder it points to.");
  const now = stat === undefined ? undefined : readFileSync(target, "utf8");
  if (now !== before) throw new UsageError(`${path} has changed since it was read.`, "Nothing was written. Run again.");
}

function write(target: string, content: string | undefined): void {
  if (content === undefined) return rmSync(target);
  mkdirSync(dirname(target), { recursive: true });
  const temporary = `${target}.${process.pid}.tmp`;
  writeFileSync(temporary, content);
  const mode = statSync(target, { throwIfNoEntry: false })?.mode;
  if (mode !== undefined) chmodSync(temporary, mode);
  renameSync(temporary, target);
}
