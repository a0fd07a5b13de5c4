import { existsSync, readFileSync, realpathSync } from "node:fs";
import { dirname, isAbsolute, join, relative, sep } from "node:path";

/**
 * The folder that a run's root belongs to: its git repository, else the root itself. Source code is read in the root
 * only; what configures it (tsconfig.json and what it extends, Prettier's files) may stand beside it in the repository.
 */
export function surroundingsOf(root: string): string {
  return repositoryAround(root) ?? root;
}

/** The folder with the `.git` that a folder belongs to: a folder, or a file in a worktree or submodule. */
export function repositoryAround(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, ".git"))) return at;
    if (dirname(at) === at) return undefined;
  }
}

/** A file's text, where the file really lies in a folder: a link that leads out of it leads nowhere. */
export function readWithin(folder: string, file: string): string | undefined {
  try {
    const real = realpathSync(file);
    return isWithin(real, folder) ? readFileSync(real, "utf8") : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a path is a folder, or below it. Both absolute. */
export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}
