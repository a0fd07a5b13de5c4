import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { realpathSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { isWithin } from "../workspace/surroundings.ts";

const NAME = "next-auth-codemod";

/** A place for records. */
export interface RecordFolder {
  /** Absolute; it need not be there. */
  folder: string;
  /** A git directory speaks for its own tree only: it may have come with somebody else's project. */
  tree: string | undefined;
}

/**
 * Where the records of runs in or around a folder may be, the preferred place first: in the git directory
 * (a worktree's or submodule's own), in those of repositories around it, in the user's cache folder. Never in the tree.
 *
 * @param path absolute and existing
 */
export function recordFolders(path: string): RecordFolder[] {
  const found: RecordFolder[] = [];
  for (let at = path; ;) {
    const directory = askGit(at, "--absolute-git-dir");
    const tree = directory && askGit(at, "--show-toplevel");
    if (!directory || !tree) break;
    found.push({ folder: join(directory, NAME), tree: resolve(tree) });
    at = dirname(resolve(tree));
  }
  return [...found, { folder: ownCacheFolder(), tree: undefined }];
}

/** Git itself is asked: it does not take any folder called .git for a repository, nor somebody else's. */
function askGit(folder: string, question: string): string | undefined {
  const { status, stdout } = spawnSync("git", ["rev-parse", question], { cwd: folder, encoding: "utf8", env: withoutGitVariables() });
  return status === 0 ? stdout.replace(/\r?\n$/, "") : undefined;
}

/** Inside a git hook these name the repository of the hook, wherever git is asked. */
function withoutGitVariables(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^GIT_(?:DIR|WORK_TREE|INDEX_FILE|COMMON_DIR|PREFIX)$/.test(name)),
  );
}

/** What the program keeps for itself in the user's cache folder. */
export function ownCacheFolder(): string {
  return join(cacheFolder(), NAME);
}

/** The conventions of each system; XDG_CACHE_HOME counts on all of them. */
function cacheFolder(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (XDG_CACHE_HOME && isAbsolute(XDG_CACHE_HOME)) return XDG_CACHE_HOME;
  if (process.platform === "darwin") return join(homedir(), "Library", "Caches");
  if (process.platform === "win32") return LOCALAPPDATA || join(homedir(), "AppData", "Local");
  return join(homedir(), ".cache");
}

/** A file name for a folder's record. */
export function keyOf(root: string): string {
  return createHash("sha256").update(root).digest("hex").slice(0, 16);
}

/** Whether one of two folders is, or is in, the other. */
export function areRelated(one: string, other: string): boolean {
  return isWithin(one, other) || isWithin(other, one);
}

/** A path, or the nearest one above it that is there, links resolved. */
export function nearestPath(path: string): string {
  for (let at = resolve(path); ; at = dirname(at)) {
    try {
      return realpathSync(at);
    } catch {
      if (dirname(at) === at) return at;
    }
  }
}

/** As `nearestPath`, for a file its folder. */
export function nearestFolder(path: string): string {
  const nearest = nearestPath(path);
  return statSync(nearest, { throwIfNoEntry: false })?.isFile() ? dirname(nearest) : nearest;
}
