import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import ignore, { type Ignore } from "ignore";
import { repositoryAround } from "./surroundings.ts";

/** Never entered, whatever .gitignore says: nobody's source lives there. */
const NEVER = new Set(["node_modules", ".next", ".git", ".turbo", ".vercel"]);

interface Rules {
  /** The folder whose .gitignore this is. */
  base: string;
  matcher: Ignore;
}

/**
 * Lists the files below a folder, as git would track them: .gitignore files (the folder's own, those
 * above it up to the git root, those below it) are respected, symbolic links are not followed or listed.
 *
 * @param root absolute
 * @param folder relative to the root, with `/`; `""` is the root
 * @returns paths relative to the root, with `/`, sorted
 */
export function listFiles(root: string, folder: string): string[] {
  const files: string[] = [];
  const start = join(root, folder);
  const above = rulesAbove(start);
  // Somebody who names a folder that git ignores means what is in it.
  walk(start, folder === "" ? "" : `${folder}/`, isIgnored(`${start}${sep}`, above) ? [] : above, files);
  return files.sort();
}

/** @param prefix what the paths of the folder's entries start with, relative to the root */
function walk(folder: string, prefix: string, inherited: readonly Rules[], files: string[]): void {
  let entries;
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return; // not readable: nothing in it can be migrated
  }
  const own = entries.some((entry) => entry.name === ".gitignore" && entry.isFile()) ? readRules(folder) : undefined;
  const rules = own === undefined ? inherited : [...inherited, own];
  for (const entry of entries) {
    const path = folder + sep + entry.name;
    if (entry.isDirectory()) {
      if (!NEVER.has(entry.name) && !isIgnored(`${path}${sep}`, rules)) walk(path, `${prefix}${entry.name}/`, rules, files);
    } else if (entry.isFile() && !isIgnored(path, rules)) files.push(prefix + entry.name);
  }
}

/** The last .gitignore that says something about a path wins, as in git. */
function isIgnored(path: string, rules: readonly Rules[]): boolean {
  for (let i = rules.length - 1; i >= 0; i--) {
    const { base, matcher } = rules[i]!;
    const answer = matcher.test(path.slice(base.length + 1).replaceAll("\\", "/"));
    if (answer.ignored) return true;
    if (answer.unignored) return false;
  }
  return false;
}

/** As git, which follows no link there. */
function readRules(folder: string): Rules | undefined {
  const path = join(folder, ".gitignore");
  if (!lstatSync(path, { throwIfNoEntry: false })?.isFile()) return undefined;
  try {
    return { base: folder, matcher: ignore({ allowRelativePaths: true }).add(readFileSync(path, "utf8")) };
  } catch {
    return undefined;
  }
}

/** The .gitignore files between the git root and the folder, outermost first; none outside a git repository. */
function rulesAbove(folder: string): Rules[] {
  const top = repositoryAround(folder);
  if (top === undefined) return [];
  const found: Rules[] = [];
  for (let at = folder; at !== top;) {
    at = dirname(at);
    const rules = readRules(at);
    if (rules !== undefined) found.unshift(rules);
  }
  return found;
}

/** Whether git would ignore a file: a question about env files, which may not be listed. */
export function isGitIgnored(file: string): boolean {
  const folder = dirname(file);
  const own = readRules(folder);
  const above = rulesAbove(folder);
  return isIgnored(file, own === undefined ? above : [...above, own]);
}
