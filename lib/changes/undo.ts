import { join } from "node:path";
import { UsageError } from "../errors.ts";
import { describeError, isErrno, nodeFileSystem, removeFile, type FileSystem } from "./file-system.ts";
import { reopen, type Recorded } from "./journal.ts";
import { checkPutBack, putBack, type PutBack } from "./put-back.ts";
import { isWithin } from "../workspace/surroundings.ts";
import { nearestPath } from "./record-folders.ts";
import { Records } from "./records.ts";

export interface Undone extends PutBack {
  /** Absolute: what the paths are relative to. */
  root: string;
  /** Whether the run had not ended. */
  wasInterrupted: boolean;
  /** Milliseconds since 1970: when the run began. */
  startedAt: number;
  /** How many more runs could be undone there: in a monorepo, each app has a last one. */
  more: number;
}

/**
 * Puts back what the last run that wrote something in a folder changed, byte for byte; with it goes what that run
 * changed outside the folder. An interrupted run counts as the last one.
 *
 * @param path absolute: the project, a folder in it, or a file
 * @returns undefined where there is nothing to undo
 * @throws {UsageError} where a file was edited since: nothing is written then
 */
export function undo(path: string, fs: FileSystem = nodeFileSystem): Undone | undefined {
  return putBackRecorded(path, fs, (recorded, meant) => recorded.isPending || concerns(recorded, meant));
}

/**
 * Puts back what an interrupted run left behind in or around a folder.
 *
 * @returns undefined where no run was interrupted
 * @throws {UsageError} where a file was edited since: nothing is written then
 */
export function recover(path: string, fs: FileSystem = nodeFileSystem): Undone | undefined {
  return putBackRecorded(path, fs, ({ isPending }) => isPending);
}

/** Whether a run in or around a folder began to write and did not end; one that is at work now was not. Writes nothing. */
export function wasInterrupted(path: string, fs: FileSystem = nodeFileSystem): boolean {
  return new Records(fs, path).hasInterrupted();
}

function putBackRecorded(path: string, fs: FileSystem, isMeant: (recorded: Recorded, path: string) => boolean): Undone | undefined {
  return orExplain(() => {
    const records = new Records(fs, path);
    const meant = nearestPath(path);
    if (!records.all().some((recorded) => isMeant(recorded, meant))) return undefined;
    return records.whileLocked(() => {
      const [found, ...others] = records.all().filter((recorded) => isMeant(recorded, meant));
      return found && { ...putBackAndForget(fs, found), more: others.length };
    });
  });
}

/** @throws {UsageError} where a file was edited since, and where the system refuses */
export function putBackAndForget(fs: FileSystem, found: Recorded): Omit<Undone, "more"> {
  return orExplain(() => {
    checkPutBack(fs, found);
    const pending = found.isPending ? found : reopen(fs, found);
    const done = putBack(fs, pending);
    removeFile(fs, pending.file);
    return { ...done, root: found.journal.root, wasInterrupted: found.isPending, startedAt: found.journal.startedAt };
  });
}

function orExplain<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!isErrno(error)) throw error;
    throw new UsageError(
      `Not everything could be put back: ${describeError(error)}.`,
      "Remove the cause, then undo again: it goes on where it stopped.",
    );
  }
}

/** Of a monorepo, whose root all its apps share, a run elsewhere is not meant. */
function concerns({ journal: { root, files } }: Recorded, meant: string): boolean {
  return files.some(({ path }) => isWithin(join(root, path), meant));
}
