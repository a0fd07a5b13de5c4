import { dirname } from "node:path";
import { UsageError } from "../errors.ts";
import { describeError, isErrno, removeFile, type FileSystem } from "./file-system.ts";
import { dropOldest, recordsAround, type Recorded } from "./journal.ts";
import { isLocked, lock } from "./lock.ts";
import { nearestFolder, recordFolders, type RecordFolder } from "./record-folders.ts";

/** Of how many projects outside of git repositories the last run can be undone. */
const KEPT = 20;

/** What is on record of the runs in or around a folder. */
export class Records {
  readonly #fs: FileSystem;
  readonly #places: readonly RecordFolder[];
  readonly #path: string;

  /** @param path absolute; what it is about is the nearest folder that is there */
  constructor(fs: FileSystem, path: string) {
    this.#fs = fs;
    this.#path = nearestFolder(path);
    this.#places = recordFolders(this.#path);
  }

  /** Interrupted runs first, then the newest. */
  all(): Recorded[] {
    return this.#places
      .flatMap((place) => recordsAround(this.#fs, place, this.#path))
      .sort((a, b) => Number(b.isPending) - Number(a.isPending) || b.journal.startedAt - a.journal.startedAt);
  }

  /** Whether a run began to write and did not end, and nobody is at it any more. */
  hasInterrupted(): boolean {
    const pending = this.all().filter(({ isPending }) => isPending);
    return pending.some(({ file }) => !isLocked(this.#fs, dirname(file), this.#path));
  }

  /**
   * Forgets runs that ended before this one: only the last one can be undone. A git directory goes with its project; the
   * cache folder would keep what became of every other project for ever, so the last few are all that stays there.
   */
  dropEarlier({ journal: { startedAt } }: Recorded): void {
    for (const { file, journal } of this.all()) if (journal.startedAt < startedAt) removeFile(this.#fs, file);
    for (const { folder, tree } of this.#places) if (tree === undefined) dropOldest(this.#fs, folder, KEPT);
  }

  /**
   * Does something while nobody else writes in the tree.
   *
   * @param work is given the first place where records can be written
   * @throws {UsageError} where another run is at work, or there is no such place
   */
  whileLocked<T>(work: (place: RecordFolder) => T): T {
    const { place, release } = this.#lock();
    try {
      return work(place);
    } finally {
      release();
    }
  }

  #lock(): { place: RecordFolder; release: () => void } {
    const problems: string[] = [];
    for (const place of this.#places) {
      try {
        this.#fs.mkdirSync(place.folder, { recursive: true, mode: 0o700 });
        return { place, release: lock(this.#fs, place.folder, this.#path) };
      } catch (error) {
        if (!isErrno(error)) throw error;
        problems.push(`${place.folder}: ${describeError(error)}`);
      }
    }
    throw new UsageError(
      `There is no place to record the change, so that it could be undone (${problems.join("; ")}).`,
      "Nothing was written. Make one of these folders writable, or set XDG_CACHE_HOME to a folder that is.",
    );
  }
}
