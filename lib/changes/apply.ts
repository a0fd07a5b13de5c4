import { dirname, join } from "node:path";
import { UsageError } from "../errors.ts";
import type { ChangeSet, FileChange } from "./change-set.ts";
import { checkAll, checkUnchanged, type Checked } from "./check.ts";
import { describeError, isErrno, nodeFileSystem, removeFile, syncFolder, writeNew, type FileSystem } from "./file-system.ts";
import { begin, finish, hashOf, temporaryOf, type Journal, type JournalFile, type Recorded } from "./journal.ts";
import { putBack } from "./put-back.ts";
import type { RecordFolder } from "./record-folders.ts";
import { Records } from "./records.ts";
import { putBackAndForget } from "./undo.ts";

/**
 * Writes a change set: all of it, or nothing. Everything is checked first; then a journal with the old contents
 * is put on the disk, the new contents beside their targets, and only then is anything renamed. What goes wrong on
 * the way is rolled back. What is interrupted is put back by `undo`, or by the next run that writes.
 *
 * @param root absolute; the change set's paths are relative to it
 * @throws {UsageError} with everything as it was, or, if that too failed, saying how to get there
 */
export function apply(root: string, changes: ChangeSet, fs: FileSystem = nodeFileSystem): void {
  if (changes.size === 0) return;
  const records = new Records(fs, root);
  orExplain(() => records.whileLocked((place) => applyLocked(fs, root, changes, records, place)));
}

function applyLocked(fs: FileSystem, root: string, changes: ChangeSet, records: Records, place: RecordFolder): void {
  for (const interrupted of records.all().filter(({ isPending }) => isPending)) putBackAndForget(fs, interrupted);
  const journal = makeJournal(root, changes, checkAll(fs, root, changes));
  const pending = begin(fs, place, journal);
  const written: JournalFile[] = [];
  try {
    stage(fs, journal, changes);
    for (const [i, change] of [...changes].entries()) {
      checkUnchanged(fs, root, change);
      written.push(journal.files[i]!);
      move(fs, journal, journal.files[i]!);
    }
    for (const folder of new Set(journal.files.map(({ path }) => dirname(join(root, path))))) syncFolder(fs, folder);
    finish(fs, pending);
  } catch (error) {
    rollBack(fs, pending, written, error);
  }
  forget(() => records.dropEarlier(pending));
}

function makeJournal(root: string, changes: ChangeSet, { access, missing }: Checked): Journal {
  const encode = (content: string | undefined) => (content === undefined ? null : Buffer.from(content));
  const files = [...changes].map(({ path, before, after }): JournalFile => {
    const bytes = encode(after);
    return { path, before: encode(before)?.toString("base64") ?? null, access: access.get(path), after: bytes && hashOf(bytes) };
  });
  return { version: 1, root, startedAt: Date.now(), folders: missing, files };
}

/** Writes every new content beside its target. No file of the project is touched. */
function stage(fs: FileSystem, journal: Journal, changes: Iterable<FileChange>): void {
  for (const folder of journal.folders) fs.mkdirSync(join(journal.root, folder));
  for (const [i, { after }] of [...changes].entries()) {
    const file = journal.files[i]!;
    if (after !== undefined) writeNew(fs, temporaryOf(journal, file), Buffer.from(after), file.access);
  }
}

function move(fs: FileSystem, journal: Journal, file: JournalFile): void {
  const target = join(journal.root, file.path);
  if (file.after === null) removeFile(fs, target);
  else fs.renameSync(temporaryOf(journal, file), target);
}

/** @throws always: the error that led here, said so that a person knows how the tree stands */
function rollBack(fs: FileSystem, pending: Recorded, written: readonly JournalFile[], error: unknown): never {
  const why = error instanceof UsageError ? error.message : `The change could not be written: ${describeError(error)}.`;
  try {
    putBack(fs, pending, written);
    removeFile(fs, pending.file);
  } catch (second) {
    const also = second instanceof UsageError ? second.message : `${describeError(second)}.`;
    throw new UsageError(
      `${why} Putting everything back failed as well: ${also}`,
      `Remove the cause, then \`next-auth-codemod undo ${pending.journal.root}\` puts everything back.`,
    );
  }
  throw new UsageError(why, "Everything is as it was before. Remove the cause, then run again.");
}

/** Before anything is written, a failing call of the system is reason enough to stop, and nothing more. */
function orExplain<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!isErrno(error)) throw error;
    throw new UsageError(
      `The change could not be written: ${describeError(error)}.`,
      "Nothing was written. Remove the cause, then run again.",
    );
  }
}

/** What only tidies up may fail. */
function forget(work: () => void): void {
  try {
    work();
  } catch {
    // the newest record counts, whether older ones are there or not
  }
}
