import { dirname, join } from "node:path";
import { UsageError } from "../errors.ts";
import { isErrno, removeFile, replaceFile, syncFolder, type FileSystem } from "./file-system.ts";
import { hashOf, temporaryOf, type Journal, type JournalFile, type Recorded } from "./journal.ts";
import { readSeen, requireInside } from "./look.ts";

/** What was put back. Paths are relative to the journal's root. */
export interface PutBack {
  restored: string[];
  removed: string[];
}

/**
 * Puts back what a run changed, byte for byte. It can be stopped at any moment and done again: a file that is
 * as before is left as it is, one that is as the run left it is put back.
 *
 * @param files the journal's, or those of them that were written
 * @throws {UsageError} before anything is written, where a file is neither
 */
export function putBack(fs: FileSystem, recorded: Recorded, files: readonly JournalFile[] = recorded.journal.files): PutBack {
  const { journal } = recorded;
  const { root } = journal;
  const todo = checkPutBack(fs, recorded, files);
  removeTemporaries(fs, journal);
  const result: PutBack = { restored: [], removed: [] };
  for (const one of todo) {
    const target = join(root, one.path);
    if (one.before === null) {
      removeFile(fs, target);
      syncFolder(fs, dirname(target));
      result.removed.push(one.path);
    } else {
      fs.mkdirSync(dirname(target), { recursive: true });
      replaceFile(fs, target, Buffer.from(one.before, "base64"), temporaryOf(journal, one), one.access);
      result.restored.push(one.path);
    }
  }
  removeEmptied(fs, journal);
  return result;
}

/**
 * @returns the files that are as the run left them
 * @throws {UsageError} where a file is neither that nor as it was before
 */
export function checkPutBack(
  fs: FileSystem,
  { journal, file, isPending }: Recorded,
  files: readonly JournalFile[] = journal.files,
): JournalFile[] {
  const states = files.map((one) => ({ one, state: stateOf(fs, journal.root, one) }));
  const edited = states.filter(({ state }) => state === "edited").map(({ one }) => one.path);
  if (edited.length === 0) return states.filter(({ state }) => state === "after").map(({ one }) => one);
  const theirs = edited.length === 1 ? "the file is as the run left it" : "the files are as the run left them";
  throw new UsageError(
    `Edited since the run: ${edited.join(", ")}.`,
    `Nothing was written. Move your edits elsewhere so that ${theirs}, then undo again${isPending ? `; or keep everything as it is now by deleting ${file}` : ""}.`,
  );
}

/** How a file stands to what the journal says of it. */
function stateOf(fs: FileSystem, root: string, { path, before, after }: JournalFile): "before" | "after" | "edited" {
  requireInside(path);
  const { seen, bytes } = readSeen(fs, root, path);
  if (seen.kind === "link" || seen.kind === "other") return "edited";
  if (bytes === undefined ? before === null : before !== null && bytes.equals(Buffer.from(before, "base64"))) return "before";
  return (bytes === undefined ? null : hashOf(bytes)) === after ? "after" : "edited";
}

/** What an interrupted run had written but not yet renamed. */
function removeTemporaries(fs: FileSystem, journal: Journal): void {
  for (const file of journal.files) removeFile(fs, temporaryOf(journal, file));
}

/** Folders that the run created go with their last file; what else somebody put into them keeps them. */
function removeEmptied(fs: FileSystem, { root, folders }: Journal): void {
  for (const folder of folders.toReversed()) {
    requireInside(folder);
    try {
      fs.rmdirSync(join(root, folder));
    } catch (error) {
      if (!isErrno(error, "ENOENT", "ENOTEMPTY", "EEXIST", "ENOTDIR")) throw error;
    }
  }
}
