import { spawnSync } from "node:child_process";
import { UsageError } from "../errors.ts";
import { visibleLine } from "../review/visible-text.ts";

const SHOWN = 5;

/** Files below a folder that git could not bring back: uncommitted or untracked. None outside a git repository. */
export function dirtyFiles(folder: string): string[] {
  const stdout = git(folder, ["status", "--porcelain", "-z", "--untracked-files=normal", "--", "."]) ?? "";
  const files: string[] = [];
  const entries = stdout.split("\0");
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i]!;
    if (entry === "") continue;
    files.push(entry.slice(3));
    if (/[RC]/.test(entry.slice(0, 2))) i++; // a renamed file's old name stands in the next entry
  }
  return files;
}

/**
 * Refuses to write over work that git could not bring back. Outside a git repository there is nothing to ask.
 *
 * @throws {UsageError} where files below the folders are uncommitted or untracked
 */
export function requireCleanTree(folders: readonly string[]): void {
  const files = [...new Set(folders.flatMap(dirtyFiles))];
  if (files.length === 0) return;
  throw new UsageError(
    `The git tree is dirty: ${named(files)}.`,
    "Commit or stash first, so that the change can be reviewed on its own. --dry shows it without writing; --force runs all the same.",
  );
}

function named(files: readonly string[]): string {
  const rest = files.length > SHOWN ? ` and ${files.length - SHOWN} more` : "";
  return files.slice(0, SHOWN).map(visibleLine).join(", ") + rest;
}

/** The repository's root folder, which paths for git and GitHub are relative to. */
export function gitRoot(folder: string): string | undefined {
  return git(folder, ["rev-parse", "--show-toplevel"])?.replace(/\r?\n$/, "");
}

function git(cwd: string, args: readonly string[]): string | undefined {
  // A repository's own configuration may name a program to watch its files: no code of the project is run.
  // Nothing is written either: a refreshed index would be locked while another program stages something.
  const { status, stdout } = spawnSync("git", ["--no-optional-locks", "-c", "core.fsmonitor=false", ...args], {
    cwd,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return status === 0 ? stdout : undefined;
}
