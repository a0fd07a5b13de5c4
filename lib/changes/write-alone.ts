import { join } from "node:path";
import { UsageError } from "../errors.ts";
import { isErrno, nodeFileSystem, replaceFile, writeNew, type FileSystem } from "./file-system.ts";
import { look, requireInside } from "./look.ts";

/**
 * Writes one file and keeps no record of it: for a host that writes the rest of the run itself. In one step, and never
 * through a link. A new file that somebody else has written meanwhile is left as it is.
 *
 * @param root absolute; the path is relative to it
 * @throws {UsageError} where something is in the way
 */
export function writeAlone(root: string, path: string, content: string, isNew: boolean, fs: FileSystem = nodeFileSystem): void {
  requireInside(path);
  const { kind, stat, obstacle, missing } = look(fs, root, path);
  if (kind === "link" || kind === "other")
    throw new UsageError(
      `${path} cannot be written: ${obstacle} is ${kind === "link" ? "a symbolic link" : "in the way"}.`,
      "Run in the folder it points to, or move it away.",
    );
  if (isNew && kind === "file") return;
  const target = join(root, path);
  const bytes = Buffer.from(content);
  for (const folder of missing) unlessThere(() => fs.mkdirSync(join(root, folder)));
  if (isNew) unlessThere(() => writeNew(fs, target, bytes));
  else {
    const access = stat && { mode: stat.mode & 0o7777, uid: stat.uid, gid: stat.gid };
    replaceFile(fs, target, bytes, join(root, path.replace(/[^/]*$/, `.next-auth-codemod-${process.pid}.tmp`)), access);
  }
}

function unlessThere(make: () => unknown): void {
  try {
    make();
  } catch (error) {
    if (!isErrno(error, "EEXIST")) throw error;
  }
}
