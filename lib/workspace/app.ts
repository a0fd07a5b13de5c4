import { dirname, posix } from "node:path";
import { isCode } from "./code-file.ts";
import type { Workspace } from "./workspace.ts";

export interface PackageJson {
  name?: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  workspaces?: unknown;
}

/** One Next.js application. Paths are relative to the workspace's root. */
export interface App {
  /** The folder with the package.json or next.config file; `""` is the workspace's root. */
  dir: string;
  /** The folder that holds `app/` or `pages/`: `dir` itself or its `src/`. Next.js looks nowhere else. */
  sourceDir: string;
  /** The App Router's folder, where there is one. */
  appDir: string | undefined;
  /** The Pages Router's folder, where there is one. */
  pagesDir: string | undefined;
  /** Every listed file of the app, those of apps nested in it left out. */
  files: readonly string[];
  packageJson: PackageJson;
  /** Whether new files are TypeScript: there is a tsconfig.json. */
  typescript: boolean;
}

const PACKAGE_JSON = /(?:^|\/)package\.json$/;
const NEXT_CONFIG = /(?:^|\/)next\.config\.[cm]?[jt]s$/;

/**
 * Finds the Next.js apps at or below a folder: each folder whose package.json depends on `next` or that
 * has a `next.config.*`. A workspace root that only hoists `next`, without a router of its own, is none.
 */
export function findApps(workspace: Workspace, folder: string): App[] {
  const files = workspace.files(folder);
  const dirs = new Set<string>();
  for (const path of files) {
    if (PACKAGE_JSON.test(path) ? dependsOnNext(readPackageJson(workspace, path)) : NEXT_CONFIG.test(path)) dirs.add(parentOf(path));
  }
  return [...dirs].sort().flatMap((dir) => {
    const nested = [...dirs].filter((other) => other !== dir && isBelow(other, dir));
    const below = filesBelow(files, dir);
    const own = nested.length === 0 ? below : below.filter((path) => !nested.some((other) => isBelow(path, other)));
    return describeApp(workspace, dir, own) ?? [];
  });
}

/** The app that a file or folder belongs to: the nearest folder above that is one. */
export function findAppAbove(workspace: Workspace, path: string): string | undefined {
  for (let dir = path; ; dir = parentOf(dir)) {
    const config = ["js", "mjs", "cjs", "ts", "mts"].some((extension) => workspace.has(joinPath(dir, `next.config.${extension}`)));
    if (config || dependsOnNext(readPackageJson(workspace, joinPath(dir, "package.json")))) return dir;
    if (dir === "") return undefined;
  }
}

function describeApp(workspace: Workspace, dir: string, files: readonly string[]): App | undefined {
  const has = (folder: string) => filesBelow(files, folder).some(isCode);
  // Next.js takes the one in the root before the one in src/ (packages/next/src/lib/find-pages-dir.ts).
  const find = (name: string) => [joinPath(dir, name), joinPath(dir, "src", name)].find(has);
  const appDir = find("app");
  const pagesDir = find("pages");
  if (appDir === undefined && pagesDir === undefined) return undefined;
  const sourceDir = parentOf(appDir ?? pagesDir!);
  const packageJson = readPackageJson(workspace, joinPath(dir, "package.json"));
  return { dir, sourceDir, appDir, pagesDir, files, packageJson, typescript: workspace.has(joinPath(dir, "tsconfig.json")) };
}

function readPackageJson(workspace: Workspace, path: string): PackageJson {
  try {
    const value: unknown = JSON.parse((workspace.read(path) ?? "{}").replace(/^\uFEFF/, ""));
    return typeof value === "object" && value !== null ? (value as PackageJson) : {};
  } catch {
    return {}; // a broken package.json names no dependency; npm itself complains about it
  }
}

function dependsOnNext({ dependencies, devDependencies, peerDependencies }: PackageJson): boolean {
  return [dependencies, devDependencies, peerDependencies].some((group) => group?.next !== undefined);
}

export function isBelow(path: string, folder: string): boolean {
  return folder === "" || path.startsWith(`${folder}/`);
}

/** The files at or below a folder; in a sorted list they stand together. */
function filesBelow(sorted: readonly string[], folder: string): readonly string[] {
  if (folder === "") return sorted;
  const start = placeIn(sorted, `${folder}/`);
  return sorted.slice(start, placeIn(sorted, `${folder}0`, start)); // "0" comes right after "/"
}

/** How many strings of a sorted list come before a string. */
function placeIn(sorted: readonly string[], string: string, from = 0): number {
  let low = from;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < string) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** `dirname` with `""` for the root. */
export function parentOf(path: string): string {
  const parent = dirname(path);
  return parent === "." ? "" : parent;
}

/** `posix.join` with `""` for the root. */
export function joinPath(...parts: string[]): string {
  const joined = posix.join(...parts);
  return joined === "." ? "" : joined;
}
