import type { Node } from "@babel/types";
import { isCommonJs } from "../edit/imports.ts";
import type { AuthOptions, OptionsImport } from "../next-auth/auth-options.ts";
import { exportedValue, identityOf, type OptionsConstant, type OptionsValue } from "../next-auth/options-value.ts";
import { entryKind } from "../project/entries.ts";
import type { Project } from "../project/project.ts";
import { bindingAt, bindingOf, isNameFree } from "../syntax/bindings.ts";
import { isTopLevel } from "../syntax/expressions.ts";
import { importBindings } from "../syntax/imports.ts";
import { isBelow, parentOf } from "../workspace/app.ts";
import type { SourceFile } from "../workspace/source-file.ts";

type Found = Extract<AuthOptions, { kind: "found" }>;

/** The module that the app imports the options from, and the name there. */
export interface OptionsSource {
  value: Found["value"];
  /** The file that an import leads to; undefined for a package from outside the workspace. */
  file: SourceFile | undefined;
  imported: string;
  /** What the name is called where an import has no name of its own. */
  preferred: string;
  /** How the app's files write the import, the most common first. */
  specifiers: readonly string[];
  /** Whether they all write it as a path from one folder to another. */
  relative: boolean;
  /** The declaration that has to be exported first. */
  unexported: OptionsConstant | undefined;
}

/**
 * Where to import the options from: from where the app's own code does, else from where they are declared.
 *
 * @returns a rule's name where other files cannot or should not import them
 */
export function optionsSource(
  project: Project,
  { value, imports }: Found,
): OptionsSource | { rule: "options-in-route" | "options-out-of-reach" } {
  const others = imports.filter(({ source, from }) => isUsable(project, value, source, from));
  const counted = byFrequency(others.map((entry) => ({ key: `${leadsTo(project, entry)}\0${entry.imported}`, entry })));
  const home = value.kind === "constant" ? value : undefined;
  const common = {
    value,
    preferred: home?.local ?? (value.kind === "package" && value.name !== "default" ? value.name : "authOptions"),
    specifiers: byFrequency(others.filter(({ source }) => !source.startsWith(".")).map((entry) => ({ key: entry.source, entry }))).map(
      ({ source }) => source,
    ),
    relative: others.some(({ source }) => source.startsWith("..")) && others.every(({ source }) => source.startsWith(".")),
    unexported: undefined,
  };
  const [most] = counted;
  if (most !== undefined) return { ...common, imported: most.imported, file: project.workspace.source(leadsTo(project, most)) };
  if (home === undefined)
    return value.kind === "package"
      ? { ...common, imported: value.name, file: undefined, specifiers: [value.module] }
      : { rule: "options-out-of-reach" };
  if (entryKind(project, home.file.path) !== undefined) return { rule: "options-in-route" };
  if (!isBelow(home.file.path, project.app.dir)) return { rule: "options-out-of-reach" };
  const exported = home.exported.find((name) => name !== "default") ?? home.exported[0];
  if (exported !== undefined) return { ...common, imported: exported, file: home.file };
  if (home.local === undefined || isCommonJs(home.file) || !isTopLevel(home.file, home.node)) return { rule: "options-out-of-reach" };
  return { ...common, imported: home.local, file: home.file, unexported: home };
}

/** An import by a path that is there, and not from a route that only hands the options on. */
function isUsable(project: Project, value: OptionsValue, source: string, from: SourceFile): boolean {
  const path = project.resolver.resolveFile(source, from.path);
  if (path === undefined) return value.kind === "package";
  return value.kind !== "constant" || path === value.file.path || entryKind(project, path) === undefined;
}

function leadsTo(project: Project, { source, from }: OptionsImport): string {
  return project.resolver.resolveFile(source, from.path) ?? source;
}

function byFrequency<T>(items: readonly { key: string; entry: T }[]): T[] {
  const counts = new Map<string, { entry: T; count: number }>();
  for (const { key, entry } of items) counts.set(key, { entry, count: (counts.get(key)?.count ?? 0) + 1 });
  return [...counts.values()].sort((a, b) => b.count - a.count).map(({ entry }) => entry);
}

/** How a file can name the options: by a name it has, or by an import to add. */
export type OptionsName = { local: string; source?: undefined } | { local: string; source: string; imported: string };

/** @returns undefined where the file's own name for the options is taken by another one at the call */
export function nameOptions(
  project: Project,
  file: SourceFile,
  at: Node,
  value: OptionsValue,
  from: OptionsSource | undefined,
): OptionsName | undefined {
  if (value.kind === "constant" && value.file === file) {
    const isSeen = value.local !== undefined && bindingAt(file, at, value.local)?.isTopLevel;
    return isSeen ? { local: value.local! } : undefined;
  }
  const identity = identityOf(value);
  const imported = importBindings(file).find(
    (binding) =>
      !binding.typeOnly &&
      binding.imported !== "*" &&
      isSame(project, file, binding, identity) &&
      bindingAt(file, at, binding.local.name) === bindingOf(file, binding.local),
  );
  if (imported !== undefined) return { local: imported.local.name };
  const local = from && [from.preferred, "nextAuthOptions", "nextAuthOptions2"].find((name) => isNameFree(file, name));
  return from === undefined || local === undefined
    ? undefined
    : { local, source: specifierIn(project, file, from), imported: from.imported };
}

function isSame(project: Project, file: SourceFile, { source, imported }: { source: string; imported: string }, identity: string): boolean {
  const path = project.resolver.resolveFile(source, file.path);
  if (path === undefined) return identity === `${source}\0${imported}`;
  const target = project.workspace.source(path);
  const value = target?.parses ? exportedValue(project, target, imported) : undefined;
  return value !== undefined && identityOf(value) === identity;
}

function specifierIn(project: Project, file: SourceFile, from: OptionsSource): string {
  const { resolver } = project;
  if (from.file === undefined) return from.specifiers[0]!;
  const target = from.file.path;
  const own = importBindings(file).find(({ source, typeOnly }) => !typeOnly && resolver.resolveFile(source, file.path) === target);
  const common =
    parentOf(target) === parentOf(file.path)
      ? undefined
      : from.specifiers.find((specifier) => resolver.resolveFile(specifier, file.path) === target);
  return own?.source ?? common ?? resolver.specifierFor(target, file.path, { relative: from.relative });
}
