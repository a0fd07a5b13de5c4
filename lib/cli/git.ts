import { spawnSync } from "node:child_process";
import { UsageError } from "../errors.ts";

/**
 * Refuses to write over work that git could not bring back. Outside a git repository there is nothing to ask.
 *
 * @throws {UsageError} where files below the folder are uncommitted or untracked
 */
export function requireCleanTree(folder: string): void {
  const { status, stdout } = spawnSync("git", ["status", "--porcelain", "--untracked-files=normal", "--", "."], { cwd: folder, encoding: "utf8" });
  if (status !== 0 || stdout.trim() === "") return;
  const files = stdout.trimEnd().split("\n").map((line) => line.slice(3));
  const named = files.slice(0, 5).join(", ") + (files.length > 5 ? ` and ${files.length - 5} more` : "");
  throw new UsageError(`The git tree is dirty: ${named}.`, "Commit or stash first, so that the change can be reviewed on its own. --dry shows it without writing; --force runs all the same.");
}
