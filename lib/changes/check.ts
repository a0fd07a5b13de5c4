import { constants } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../errors.ts";
import type { ChangeSet, FileChange } from "./change-set.ts";
import { isErrno, type Access, type FileSystem } from "./file-system.ts";
import { look, readSeen, requireInside } from "./look.ts";

/** What has to be known before anything is written. */
export interface Checked {
  /** Who may do what with each file that is there. */
  access: ReadonlyMap<string, Access>;
  /** Folders to be created, outer ones first. */
  missing: string[];
}

/**
 * Makes sure that everything can be written: every file still is what was read, every new path is free, nothing
 * is behind a link or read-only.
 *
 * @throws {UsageError} naming the file
 */
export function checkAll(fs: FileSystem, root: string, changes: ChangeSet): Checked {
  checkNames(changes);
  const access = new Map<string, Access>();
  const missing = new Set<string>();
  for (const change of changes) {
    const seen = checkUnchanged(fs, root, change);
    for (const folder of seen.missing) missing.add(folder);
    requireWritable(fs, seen.folder, `The folder of ${change.path}`);
    if (seen.stat === undefined) continue;
    const { mode, uid, gid } = seen.stat;
    // Root may write to anything; a file nobody is meant to write to is left alone all the same.
    if ((mode & 0o222) === 0)
      throw new UsageError(
        `${change.path} is read-only.`,
        "Nothing was written. Make it writable (chmod u+w, or check it out), then run again.",
      );
    requireWritable(fs, join(root, change.path), change.path);
    access.set(change.path, { mode: mode & 0o7777, uid, gid });
  }
  return { access, missing: [...missing].sort() };
}

/**
 * Looks at one file again: between this and its rename there is nothing.
 *
 * @throws {UsageError} where it is not what was read
 */
export function checkUnchanged(fs: FileSystem, root: string, { path, before }: FileChange) {
  requireInside(path);
  const { seen, bytes } = readSeen(fs, root, path);
  if (seen.kind === "link")
    throw new UsageError(
      `${seen.obstacle} is a symbolic link.`,
      "Nothing was written: links are never written through. Run in the folder it points to.",
    );
  if (seen.kind === "other")
    throw new UsageError(
      `${path} cannot be written: ${seen.obstacle} is not ${seen.obstacle === path ? "a file" : "a folder"}.`,
      "Nothing was written. Move it away, then run again.",
    );
  if (before === undefined && bytes !== undefined)
    throw new UsageError(`${path} is there already${onDiskName(fs, root, path)}.`, "Nothing was written. Run again.");
  if (before !== undefined && !bytes?.equals(Buffer.from(before)))
    throw new UsageError(`${path} has changed since it was read.`, "Nothing was written. Run again.");
  return seen;
}

/** Where the file system does not tell upper from lower case, the file in the way may be called otherwise. */
function onDiskName(fs: FileSystem, root: string, path: string): string {
  const name = path.split("/").at(-1)!;
  const names = fs.readdirSync(look(fs, root, path).folder);
  const other = names.includes(name) ? undefined : names.find((one) => fold(one) === fold(name));
  return other === undefined ? "" : `, as ${other}`;
}

/** Two names that some file systems take for one are never both written. */
function checkNames(changes: ChangeSet): void {
  const seen = new Map<string, FileChange>();
  for (const change of changes) {
    const other = seen.get(fold(change.path));
    if (other !== undefined && (other.before === undefined || change.before === undefined)) {
      throw new UsageError(
        `${other.path} and ${change.path} are the same file on some systems.`,
        "Nothing was written. Rename one of them, then run again.",
      );
    }
    seen.set(fold(change.path), change);
  }
}

function fold(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

function requireWritable(fs: FileSystem, path: string, named: string): void {
  try {
    fs.accessSync(path, constants.W_OK);
  } catch (error) {
    if (!isErrno(error, "EACCES", "EPERM", "EROFS")) throw error;
    throw new UsageError(
      `${named} is not writable.`,
      `Nothing was written. Give yourself the right to write there (${path}), then run again.`,
    );
  }
}
