import { lstatSync, realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Options } from "prettier";
import { isWithin, readWithin, repositoryAround } from "../workspace/surroundings.ts";

/** What the project says about how it is written. */
export interface PrettierConfiguration {
  options: Options;
  /** The file that says so: absolute. */
  file: string;
  /** Whether code of the project was run to know, or is run by formatting with it: the file itself, a package, a plugin. */
  runsCode: boolean;
  /** Why it could not be read, where it could not. */
  problem?: string;
}

/** In the order that Prettier looks for them. https://prettier.io/docs/configuration */
const NAMES = [
  "package.json",
  "package.yaml",
  ...["", ".json", ".yaml", ".yml", ".json5", ".js", ".ts", ".mjs", ".mts", ".cjs", ".cts"].map((ending) => `.prettierrc${ending}`),
  ...[".js", ".ts", ".mjs", ".mts", ".cjs", ".cts"].map((ending) => `prettier.config${ending}`),
  ".prettierrc.toml",
];
const CODE = /\.[cm]?[jt]s$/;

/**
 * Prettier's configuration for a file, looked for in the file's folder and those above it as far as the project reaches;
 * Prettier itself would go on to the root of the disk. One in JavaScript is run by this, as Prettier does.
 *
 * @param within the outermost folder to look in: absolute, as `file` is
 */
export async function prettierConfiguration(file: string, within: string): Promise<PrettierConfiguration | undefined> {
  const found = findConfiguration(dirname(file), within);
  if (found === undefined) return undefined;
  const { resolveConfig } = await import("prettier");
  const isCode = CODE.test(found) || namesPackage(found, within);
  // Without a repository Prettier would look for .editorconfig up to the root of the disk.
  const editorconfig = repositoryAround(within) === within;
  try {
    const options = (await resolveConfig(file, { config: found, editorconfig })) ?? {};
    return { options, file: found, runsCode: isCode || (options.plugins?.length ?? 0) > 0 };
  } catch (error) {
    return { options: {}, file: found, runsCode: isCode, problem: (error as Error).message };
  }
}

function findConfiguration(folder: string, within: string): string | undefined {
  for (let at = folder; isWithin(at, within); at = dirname(at)) {
    const found = NAMES.map((name) => join(at, name)).find((path) => isConfiguration(path, within));
    if (found !== undefined || dirname(at) === at) return found;
  }
  return undefined;
}

function isConfiguration(path: string, within: string): boolean {
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return false;
  try {
    if (!isWithin(realpathSync(path), within)) return false;
  } catch {
    return false; // a link to nowhere
  }
  const name = basename(path);
  if (name === "package.json") return packageKey(path, within) !== undefined;
  return name !== "package.yaml" || /^prettier:/m.test(readWithin(within, path) ?? "");
}

/** `"prettier": "@acme/prettier-config"`: a package's code. */
function namesPackage(path: string, within: string): boolean {
  if (basename(path) === "package.json") return typeof packageKey(path, within) === "string";
  return /^\s*["']?[@\w./-]+["']?\s*$/.test(readWithin(within, path) ?? "");
}

function packageKey(path: string, within: string): unknown {
  try {
    return (JSON.parse(readWithin(within, path) ?? "null") as { prettier?: unknown } | null)?.prettier;
  } catch {
    return undefined;
  }
}
