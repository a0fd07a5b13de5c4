import { createHash } from "node:crypto";
import { basename, dirname, join } from "node:path";
import { UsageError } from "../errors.ts";
import { isErrno, removeFile, syncFolder, writeNew, type Access, type FileSystem } from "./file-system.ts";
import { isWithin } from "../workspace/surroundings.ts";
import { areRelated, keyOf, type RecordFolder } from "./record-folders.ts";

/** What it takes to put one file back, and to know that nobody else has touched it since. */
export interface JournalFile {
  /** Relative to the journal's root, with `/`. */
  path: string;
  /** The old content, base64; null where there was no file. */
  before: string | null;
  access: Access | undefined;
  /** The new content's SHA-256; null where the run deletes the file. */
  after: string | null;
}

/** One run that writes. Its file says by its name whether the run ended: `….pending.json` becomes `….json`. */
export interface Journal {
  version: 1;
  /** Absolute. */
  root: string;
  /** Milliseconds since 1970. */
  startedAt: number;
  /** Folders that the run creates, outer ones first. */
  folders: string[];
  files: JournalFile[];
}

export interface Recorded {
  journal: Journal;
  /** Absolute. */
  file: string;
  isPending: boolean;
}

/** Writes the journal of a run that is about to begin. Returns when it is on the disk. */
export function begin(fs: FileSystem, { folder }: RecordFolder, journal: Journal): Recorded {
  const key = keyOf(journal.root);
  const file = join(folder, `${key}.pending.json`);
  const unready = join(folder, `${key}.unready`);
  removeFile(fs, unready);
  writeNew(fs, unready, Buffer.from(JSON.stringify(journal)), { mode: 0o600 });
  fs.renameSync(unready, file);
  syncFolder(fs, folder);
  return { journal, file, isPending: true };
}

/** The run has ended: its journal takes the place of the one before it. */
export function finish(fs: FileSystem, { file }: Recorded): void {
  fs.renameSync(file, file.replace(/\.pending\.json$/, ".json"));
  syncFolder(fs, dirname(file));
}

/** Marks a run that ended as one that did not, before it is put back: if that is interrupted, it is taken up again. */
export function reopen(fs: FileSystem, recorded: Recorded): Recorded {
  const file = recorded.file.replace(/\.json$/, ".pending.json");
  fs.renameSync(recorded.file, file);
  syncFolder(fs, dirname(file));
  return { ...recorded, file, isPending: true };
}

/** The records of runs in, above or below a folder. */
export function recordsAround(fs: FileSystem, { folder, tree }: RecordFolder, path: string): Recorded[] {
  return listNames(fs, folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => ({
      journal: readJournal(fs, join(folder, name), path),
      file: join(folder, name),
      isPending: name.endsWith(".pending.json"),
    }))
    .filter(
      (recorded): recorded is Recorded =>
        recorded.journal !== undefined &&
        areRelated(recorded.journal.root, path) &&
        (tree === undefined || isWithin(recorded.journal.root, tree)),
    );
}

/** Forgets the oldest runs that ended, whatever they were about. What was interrupted stays on record. */
export function dropOldest(fs: FileSystem, folder: string, keep: number): void {
  const ended = listNames(fs, folder)
    .filter((name) => name.endsWith(".json") && !name.endsWith(".pending.json"))
    .map((name) => ({ path: join(folder, name), at: fs.lstatSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at);
  for (const { path } of ended.slice(keep)) removeFile(fs, path);
}

function listNames(fs: FileSystem, folder: string): string[] {
  try {
    return fs.readdirSync(folder);
  } catch (error) {
    if (isErrno(error, "ENOENT", "ENOTDIR", "EACCES")) return [];
    throw error;
  }
}

function readJournal(fs: FileSystem, file: string, path: string): Journal | undefined {
  let value: Partial<Journal> | undefined;
  try {
    value = JSON.parse(fs.readFileSync(file, "utf8")) as Partial<Journal>;
  } catch (error) {
    if (isErrno(error, "ENOENT")) return undefined; // its run has ended just now
    if (!(error instanceof SyntaxError)) throw error;
  }
  if (value?.version === 1) return value as Journal;
  if (!isNamedFor(file, path)) return undefined; // in the cache folder: somebody else's
  throw new UsageError(
    `The record of an earlier run cannot be read: ${file}.`,
    "Another version of next-auth-codemod wrote it, or it is damaged. Undo with that version, or delete the record; your files are not touched by that.",
  );
}

/** Whether a record's name says that it is about a folder, or one above it. */
function isNamedFor(file: string, path: string): boolean {
  for (let at = path; ; at = dirname(at)) {
    if (basename(file).startsWith(keyOf(at))) return true;
    if (dirname(at) === at) return false;
  }
}

/** The name, beside a target, under which its content is written before it is renamed. Long file names leave no room for more. */
export function temporaryOf({ root, startedAt, files }: Journal, file: JournalFile): string {
  return join(dirname(join(root, file.path)), `.next-auth-codemod-${startedAt}-${files.indexOf(file)}.tmp`);
}

export function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
