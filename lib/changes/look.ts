import type { Stats } from "node:fs";
import { join, posix } from "node:path";
import { isErrno, type FileSystem } from "./file-system.ts";

/** What is at a path, and on the way to it. */
export interface Seen {
  /** `other`: a folder, a device, something that is not a file. `link`: it, or a folder on the way, is a symbolic link. */
  kind: "file" | "none" | "link" | "other";
  stat?: Stats;
  /** The symbolic link, or what stands where a folder should: relative to the root. */
  obstacle?: string;
  /** Folders on the way that are not there, outer ones first. */
  missing: string[];
  /** The innermost folder that is there: absolute. */
  folder: string;
}

/**
 * Looks at a path below a folder, step by step, so that no symbolic link below it is followed.
 *
 * @param root absolute; it may itself lie behind links
 * @param path relative to it, with `/`
 */
export function look(fs: FileSystem, root: string, path: string): Seen {
  const parts = path.split("/");
  let folder = root;
  for (let i = 1; i < parts.length; i++) {
    const step = parts.slice(0, i).join("/");
    const stat = statOf(fs, join(root, step));
    if (stat === undefined) return { kind: "none", missing: parts.slice(i - 1, -1).map((_, j) => parts.slice(0, i + j).join("/")), folder };
    if (!stat.isDirectory()) return { kind: stat.isSymbolicLink() ? "link" : "other", obstacle: step, missing: [], folder };
    folder = join(root, step);
  }
  const stat = statOf(fs, join(root, path));
  if (stat === undefined) return { kind: "none", missing: [], folder };
  if (stat.isFile()) return { kind: "file", stat, missing: [], folder };
  return { kind: stat.isSymbolicLink() ? "link" : "other", obstacle: path, missing: [], folder };
}

function statOf(fs: FileSystem, path: string): Stats | undefined {
  try {
    return fs.lstatSync(path);
  } catch (error) {
    if (isErrno(error, "ENOENT", "ENOTDIR")) return undefined;
    throw error;
  }
}

/** @throws where a path leads out of its root: a fault of the code that made it */
export function requireInside(path: string): void {
  if (
    path === "" ||
    posix.normalize(path) !== path ||
    path.startsWith("../") ||
    path === ".." ||
    posix.isAbsolute(path) ||
    (process.platform === "win32" && /[\\:]/.test(path))
  ) {
    throw new Error(`Not a path below the root: ${path}`);
  }
}

/** A file's content, where it is a file that no link leads to. */
export function readSeen(fs: FileSystem, root: string, path: string): { seen: Seen; bytes: Buffer | undefined } {
  const seen = look(fs, root, path);
  return { seen, bytes: seen.kind === "file" ? fs.readFileSync(join(root, path)) : undefined };
}
