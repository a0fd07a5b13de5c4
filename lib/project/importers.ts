import { posix } from "node:path";
import { moduleReferences, type ModuleReference } from "../syntax/imports.ts";
import { isBelow, parentOf } from "../workspace/app.ts";
import type { SourceFile } from "../workspace/source-file.ts";
import { isCode } from "../workspace/code-file.ts";
import type { Project } from "./project.ts";
import { findPackages, packageName } from "./workspace-packages.ts";

export interface Importer {
  file: SourceFile;
  references: ModuleReference[];
}

/**
 * The app's files that name another file in an import, export, `require()`, `import()`, type or mock.
 * Only files with a string that leads to it are parsed.
 *
 * @returns importers in path order; those that do not parse are left out
 */
export function importersOf(project: Project, path: string): Importer[] {
  return candidatesFor(project, path).flatMap((file) => {
    if (!file.parses) return [];
    const references = moduleReferences(file).filter(({ literal }) => project.resolver.resolveFile(literal.value, file.path) === path);
    return references.length === 0 ? [] : [{ file, references }];
  });
}

/** The app's files that seem to import another file, and do not parse. */
export function unreadableImportersOf(project: Project, path: string): SourceFile[] {
  return candidatesFor(project, path).filter((file) => !file.parses);
}

/** The app's code files with a string that leads to a file and stands where a module may be named, in path order. */
function candidatesFor(project: Project, path: string): SourceFile[] {
  const index = specifierIndex(project);
  const candidates = new Set([...keysOf(project, path).flatMap((key) => [...(index.get(key) ?? [])]), ...project.touched.filter(isCode)]);
  return [...candidates].sort().flatMap((candidate) => {
    const leads = (specifier: string) => project.resolver.resolveFile(specifier, candidate) === path;
    if (candidate === path || !project.workspace.specifiers(candidate).some(leads)) return [];
    return project.workspace.source(candidate) ?? [];
  });
}

/** What may name any file: a folder (`.`, `..`), an alias for one file. */
const ANY = ".";

const known = new WeakMap<readonly string[], ReadonlyMap<string, ReadonlySet<string>>>();

/** The app's code files, as they were before the run, by the last word of each string in them that may name a module. */
function specifierIndex(project: Project): ReadonlyMap<string, ReadonlySet<string>> {
  let index = known.get(project.app.files);
  if (index === undefined) known.set(project.app.files, (index = readIndex(project)));
  return index;
}

function readIndex(project: Project): ReadonlyMap<string, ReadonlySet<string>> {
  const index = new Map<string, Set<string>>();
  const exact = new Set(project.resolver.aliasesFor(project.app.dir).exact);
  const packages = findPackages(project.workspace);
  const add = (key: string, path: string) => {
    const paths = index.get(key);
    if (paths) paths.add(path);
    else index.set(key, new Set([path]));
  };
  const keys = new Map<string, string[]>();
  const keysFor = (specifier: string): string[] => {
    const word = exact.has(specifier) ? ANY : lastWord(specifier);
    const name = packageName(specifier);
    return packages.has(name) ? [word, name] : [word];
  };
  for (const path of project.app.files) {
    if (!isCode(path)) continue;
    for (const specifier of project.workspace.specifiers(path)) {
      let own = keys.get(specifier);
      if (own === undefined) keys.set(specifier, (own = keysFor(specifier)));
      for (const key of own) add(key, path);
    }
  }
  return index;
}

/** Under which words the index has those who may import a file. */
function keysOf(project: Project, path: string): string[] {
  const owner = [...findPackages(project.workspace)]
    .filter(([, { dir }]) => dir !== project.app.dir && isBelow(path, dir))
    .map(([name]) => name);
  return [lastWord(path), ANY, ...owner];
}

/** `auth` of `@/lib/auth`, `../lib/auth.ts` and `./auth/index`. */
function lastWord(specifier: string): string {
  const word = posix.basename(specifier).replace(/\.[cm]?[jt]sx?$/, "");
  const named = word === "index" ? posix.basename(parentOf(specifier)) : word;
  return named === "" || named === ".." ? ANY : named;
}
