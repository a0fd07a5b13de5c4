import { spawnSync } from "node:child_process";
import { lstatSync } from "node:fs";
import { basename, dirname } from "node:path";
import { isGitIgnored } from "./list-files.ts";

/** Whether a file stays out of git: a .gitignore names it, and it was not committed all the same. */
export function isKeptOutOfGit(file: string): boolean {
  if (!isGitIgnored(file)) return false;
  const { status } = spawnSync("git", ["ls-files", "--error-unmatch", "--", basename(file)], { cwd: dirname(file), stdio: "ignore" });
  return status !== 0;
}

/** A link is never read: what is behind it may lie outside the project, and is not written either. */
export function isSymbolicLink(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}
