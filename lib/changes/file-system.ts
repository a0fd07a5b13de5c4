import * as node from "node:fs";
import { dirname } from "node:path";

/** Every call that a run makes to change something, or to be sure that it may. Tests make each of them fail. */
export type FileSystem = Pick<
  typeof node,
  | "lstatSync"
  | "readFileSync"
  | "readdirSync"
  | "accessSync"
  | "openSync"
  | "writeSync"
  | "fchmodSync"
  | "fchownSync"
  | "fsyncSync"
  | "closeSync"
  | "mkdirSync"
  | "renameSync"
  | "unlinkSync"
  | "rmdirSync"
>;

export const nodeFileSystem: FileSystem = node;

/** Who may do what with a file, and whose it is. */
export interface Access {
  mode: number;
  uid: number;
  gid: number;
}

/**
 * Writes a file that is not there yet, and returns when it is on the disk.
 *
 * @param access as the file that it will replace; a new file gets what the process's umask leaves
 * @throws where something is at the path already, a link included
 */
export function writeNew(fs: FileSystem, path: string, bytes: Uint8Array, access?: Partial<Access>): void {
  const descriptor = fs.openSync(path, "wx", access?.mode ?? 0o666);
  try {
    for (let written = 0; written < bytes.length;) written += fs.writeSync(descriptor, bytes, written, bytes.length - written);
    if (access?.uid !== undefined && access.gid !== undefined) keepOwner(fs, descriptor, access.uid, access.gid);
    if (access?.mode !== undefined) fs.fchmodSync(descriptor, access.mode);
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}

/** Only root may give files away; for everybody else the file is theirs already, or was writable to them. */
function keepOwner(fs: FileSystem, descriptor: number, uid: number, gid: number): void {
  if (process.getuid?.() !== 0 && process.getgid?.() === gid) return;
  try {
    fs.fchownSync(descriptor, uid, gid);
  } catch (error) {
    if (!isErrno(error, "EPERM", "ENOSYS", "EINVAL")) throw error;
  }
}

/** Makes renames in a folder last through a power failure, where the system can do that (Windows cannot). */
export function syncFolder(fs: FileSystem, folder: string): void {
  let descriptor: number | undefined;
  try {
    descriptor = fs.openSync(folder, "r");
    fs.fsyncSync(descriptor);
  } catch {
    // the names are right for everybody who looks now; only their survival of a power failure is not promised
  } finally {
    if (descriptor !== undefined) close(fs, descriptor);
  }
}

function close(fs: FileSystem, descriptor: number): void {
  try {
    fs.closeSync(descriptor);
  } catch {
    // nothing was written through it
  }
}

/** Replaces a file in one step: it is the old one or the new one, never half of it. */
export function replaceFile(fs: FileSystem, path: string, bytes: Uint8Array, temporary: string, access?: Partial<Access>): void {
  removeFile(fs, temporary);
  writeNew(fs, temporary, bytes, access);
  fs.renameSync(temporary, path);
  syncFolder(fs, dirname(path));
}

/** @returns whether there was such a file */
export function removeFile(fs: FileSystem, path: string): boolean {
  try {
    fs.unlinkSync(path);
    return true;
  } catch (error) {
    if (isErrno(error, "ENOENT", "ENOTDIR")) return false;
    throw error;
  }
}

/** Whether a call of the system failed, with one of some codes where any are given. */
export function isErrno(error: unknown, ...codes: string[]): boolean {
  if (!(error instanceof Error) || typeof (error as NodeJS.ErrnoException).syscall !== "string") return false;
  return codes.length === 0 || codes.includes((error as NodeJS.ErrnoException).code ?? "");
}

/** What a person can do something about: `no space left on device`, not a stack trace. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const match = /^([A-Z]+): ([^,]+)/.exec(error.message);
  return match ? `${match[2]} (${match[1]})` : error.message;
}
