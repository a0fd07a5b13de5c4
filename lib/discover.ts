import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import picomatch from "picomatch";
import { UsageError } from "./errors.ts";
import { findAppAbove, findApps, isBelow, joinPath, parentOf, type App, type PackageJson } from "./workspace/app.ts";
import { Workspace } from "./workspace/workspace.ts";

export interface Discovery {
  workspace: Workspace;
  apps: App[];
  /** Absolute: what paths in the output are relative to. The folder that was given, or the app around what was given. */
  base: string;
  /** Whether a file (relative to the workspace's root) is at or below one of the given paths. */
  isSelected(path: string): boolean;
  /** Whether what is found in a file is told: it is selected, or shared by an app that is selected as a whole. */
  isReported(path: string): boolean;
}

export interface DiscoverRequest {
  cwd: string;
  /** Files, folders or globs; none means `cwd`. */
  paths: readonly string[];
  /** Globs of files to leave out, relative to `cwd`. */
  ignore?: readonly string[];
  /** Whether it is all the same where no app is found. */
  mayBeNone?: boolean;
}

/**
 * Finds the Next.js apps that some paths mean: those at or below a folder, else the one around it.
 *
 * @throws {UsageError} where a path is not there, or no app is found
 */
export function discover({ cwd, paths, ignore = [], mayBeNone = false }: DiscoverRequest): Discovery {
  const given = (paths.length === 0 ? ["."] : paths).flatMap((path) => expand(cwd, path));
  const folders = given.map((path) => (statSync(path).isDirectory() ? path : dirname(path)));
  const root = commonFolder(folders.map(findRoot));
  const workspace = Workspace.open(root);
  const toRelative = (absolute: string) => relative(root, absolute).replaceAll("\\", "/");
  const isIgnored = picomatch(
    ignore.map((glob) => glob.replace(/^\.\//, "")),
    { dot: true },
  );
  const leaveOut = (files: readonly string[]) =>
    ignore.length === 0 ? files : files.filter((file) => !isIgnored(relative(cwd, join(root, file)).replaceAll("\\", "/")));
  const apps = new Map<string, App>();
  const bases: string[] = [];
  for (const [i, path] of given.entries()) {
    const folder = toRelative(folders[i]!);
    const below = path === folders[i] ? findApps(workspace, folder) : [];
    const above = below.length === 0 ? findAppAbove(workspace, folder) : undefined;
    const found = above === undefined ? below : findApps(workspace, above).filter((app) => app.dir === above);
    for (const app of found) apps.set(app.dir, { ...app, files: leaveOut(app.files) });
    bases.push(above === undefined ? folders[i]! : join(root, above));
  }
  if (apps.size === 0 && !mayBeNone) {
    const named = given.map((path) => relative(cwd, path) || ".").join(", ");
    throw new UsageError(
      `No Next.js app found in ${named}.`,
      "An app is a folder with app/ or pages/ whose package.json depends on next, or that has a next.config file. Name its folder: next-auth-codemod all path/to/app",
    );
  }
  const selected = given.map(toRelative);
  const isSelected = (path: string) => selected.some((one) => path === one || isBelow(path, one));
  const found = [...apps.values()];
  const isShared = (path: string) =>
    !found.some(({ dir }) => isBelow(path, dir)) && found.some(({ dir }) => isSelected(joinPath(dir, "package.json")));
  return {
    workspace,
    apps: found.sort((a, b) => (a.dir < b.dir ? -1 : 1)),
    base: commonFolder(bases),
    isSelected,
    isReported: (path) => isSelected(path) || isShared(path),
  };
}

/** A path that is there means itself, brackets included; else it is a glob. */
function expand(cwd: string, path: string): string[] {
  const absolute = resolve(cwd, path);
  if (existsSync(absolute)) return [realpathSync(absolute)];
  const { base, isGlob } = picomatch.scan(path.replaceAll("\\", "/"));
  const start = resolve(cwd, base);
  if (isGlob && existsSync(start)) {
    const workspace = Workspace.open(realpathSync(start));
    const matches = picomatch(path.replaceAll("\\", "/"), { dot: true });
    const toGiven = (file: string) => relative(cwd, join(start, file)).replaceAll("\\", "/");
    const files = workspace.files();
    const folders = new Set(files.map(parentOf));
    const found = [...folders, ...files].filter((file) => file !== "" && matches(toGiven(file)));
    if (found.length > 0) return found.map((file) => join(workspace.root, file));
  }
  throw new UsageError(
    `${path} is not there.`,
    isGlob
      ? "The glob matches no file or folder. In a shell, put it in quotes."
      : `Looked for ${absolute}. Check the path, or run in the project's folder without one.`,
  );
}

/**
 * The folder within which modules are resolved: the monorepo's root where the folder is part of one, else
 * the nearest folder above with a package.json, else the folder itself. Never beyond the git repository.
 */
export function findRoot(folder: string): string {
  let nearest: string | undefined;
  for (let at = folder; ; at = dirname(at)) {
    if (isMonorepoRoot(at)) return at;
    if (nearest === undefined && existsSync(join(at, "package.json"))) nearest = at;
    if (existsSync(join(at, ".git")) || dirname(at) === at) return nearest ?? folder;
  }
}

function isMonorepoRoot(folder: string): boolean {
  if (existsSync(join(folder, "pnpm-workspace.yaml"))) return true;
  try {
    return (JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as PackageJson).workspaces !== undefined;
  } catch {
    return false;
  }
}

function commonFolder(folders: readonly string[]): string {
  return folders.reduce((common, folder) => {
    let at = common;
    while (at !== folder && !folder.startsWith(at.endsWith("/") || at.endsWith("\\") ? at : join(at, "/"))) at = dirname(at);
    return at;
  });
}
