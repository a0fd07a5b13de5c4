import { posix, resolve } from "node:path";
import { joinPath, parentOf } from "../workspace/app.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { readModuleNames, type ModuleNames } from "./tsconfig.ts";

/** One `paths` entry with a star: `@/*` and the absolute folder it stands for. */
interface Alias {
  /** What stands before and after the star. */
  prefix: string;
  suffix: string;
  /** Absolute beginnings of what it means, in the order TypeScript tries them. */
  targets: string[];
}

export interface PathAliases {
  aliases: Alias[];
  /** The entries without a star: a name of its own for one file. */
  exact: string[];
  /** Absolute candidates, without extension, for a specifier that is not relative. */
  candidates(specifier: string): string[];
  /** Why the configuration could not be read, where it could not. */
  problem?: { path: string; message: string };
}

const NONE: PathAliases = { aliases: [], exact: [], candidates: () => [] };

/** Read once a run: no transform changes a configuration of TypeScript. */
const known = new WeakMap<object, Map<string, PathAliases>>();

/** The `paths` and `baseUrl` of the tsconfig.json or jsconfig.json that governs a folder, through `extends`. */
export function readPathAliases(workspace: Workspace, folder: string): PathAliases {
  for (let dir = folder; ; dir = parentOf(dir)) {
    const path = ["tsconfig.json", "jsconfig.json"].map((name) => joinPath(dir, name)).find((name) => workspace.has(name));
    if (path !== undefined) return knownConfiguration(workspace, path);
    if (dir === "") return NONE;
  }
}

function knownConfiguration(workspace: Workspace, path: string): PathAliases {
  const configurations = known.get(workspace.ground) ?? new Map<string, PathAliases>();
  known.set(workspace.ground, configurations);
  let aliases = configurations.get(path);
  if (aliases === undefined) configurations.set(path, (aliases = readConfiguration(workspace, path)));
  return aliases;
}

function readConfiguration(workspace: Workspace, path: string): PathAliases {
  try {
    return aliasesOf(readModuleNames(workspace, posix.join(workspace.root, path)));
  } catch (error) {
    return { ...NONE, problem: { path, message: (error as Error).message } };
  }
}

/** Of the patterns that match, the one with the longest beginning counts. https://www.typescriptlang.org/docs/handbook/modules/reference.html#paths */
function aliasesOf({ baseUrl, paths = {}, pathsBase }: ModuleNames): PathAliases {
  const entries = Object.entries(paths).map(([pattern, targets]) => ({
    pattern,
    parts: pattern.split("*"),
    targets: targets.map((target) => slashes(resolve(baseUrl ?? pathsBase ?? "/", target))),
  }));
  const exact = entries.filter(({ parts }) => parts.length === 1);
  const aliases = entries
    .filter(({ parts }) => parts.length === 2)
    .map(({ parts: [prefix = "", suffix = ""], targets }) => ({ prefix, suffix, targets }));
  const candidates = (specifier: string): string[] => {
    if (specifier.startsWith(".")) return [];
    const one = exact.find(({ pattern }) => pattern === specifier);
    if (one) return one.targets;
    const [alias] = aliases
      .filter(
        ({ prefix, suffix }) =>
          specifier.length >= prefix.length + suffix.length && specifier.startsWith(prefix) && specifier.endsWith(suffix),
      )
      .sort((a, b) => b.prefix.length - a.prefix.length);
    if (alias) {
      const middle = specifier.slice(alias.prefix.length, specifier.length - alias.suffix.length);
      return alias.targets.map((target) => target.replace("*", () => middle));
    }
    return baseUrl === undefined ? [] : [posix.join(slashes(baseUrl), specifier)];
  };
  return {
    aliases: aliases.map((alias) => ({
      ...alias,
      targets: alias.targets.filter((target) => target.includes("*")).map((target) => target.slice(0, target.indexOf("*"))),
    })),
    exact: exact.map(({ pattern }) => pattern),
    candidates,
  };
}

function slashes(path: string): string {
  return path.replaceAll("\\", "/");
}
