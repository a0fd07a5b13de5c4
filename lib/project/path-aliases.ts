import { posix } from "node:path";
import type { Node } from "@babel/types";
import { createPathsMatcher, parseTsconfig, type TsConfigJsonResolved } from "get-tsconfig";
import { joinPath, parentOf } from "../workspace/app.ts";
import babel from "../workspace/babel.cjs";
import type { Workspace } from "../workspace/workspace.ts";

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
const PROBE = "__probe__";

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
  if (aliases === undefined) configurations.set(path, (aliases = readConfiguration(workspace, posix.join(workspace.root, path), path)));
  return aliases;
}

function readConfiguration(workspace: Workspace, absolute: string, path: string): PathAliases {
  try {
    return aliasesOf(absolute, parseTsconfig(absolute));
  } catch (error) {
    // What it extends is not installed, or is broken. `paths` of its own replace those it would inherit.
    return readOwnAliases(absolute, workspace.read(path) ?? "") ?? { ...NONE, problem: { path, message: (error as Error).message } };
  }
}

function readOwnAliases(absolute: string, text: string): PathAliases | undefined {
  try {
    const own = readOwnConfiguration(text);
    return own?.compilerOptions?.paths && aliasesOf(absolute, own);
  } catch {
    return undefined; // `paths` themselves are broken
  }
}

function aliasesOf(absolute: string, config: TsConfigJsonResolved): PathAliases {
  const match = createPathsMatcher({ path: absolute, config });
  if (match === null) return NONE;
  const keys = Object.keys(config.compilerOptions?.paths ?? {});
  const patterns = keys.filter((pattern) => pattern.includes("*"));
  const aliases = patterns.map((pattern) => {
    const [prefix = "", suffix = ""] = pattern.split("*");
    const targets = match(prefix + PROBE + suffix)
      .map((target) => slashes(target))
      .filter((target) => target.includes(PROBE));
    return { prefix, suffix, targets: targets.map((target) => target.slice(0, target.indexOf(PROBE))) };
  });
  return { aliases, exact: keys.filter((pattern) => !pattern.includes("*")), candidates: (specifier) => match(specifier).map(slashes) };
}

/** The file's own settings without what it extends. JSON with comments and trailing commas is a JavaScript expression. */
function readOwnConfiguration(text: string): TsConfigJsonResolved | undefined {
  try {
    const value = literalValue(babel.parser.parseExpression(text.replace(/^\uFEFF/, ""))) as TsConfigJsonResolved & { extends?: unknown };
    delete value.extends;
    return value;
  } catch {
    return undefined;
  }
}

function literalValue(node: Node): unknown {
  if (node.type === "ArrayExpression") return node.elements.map((element) => element && literalValue(element));
  if (node.type === "ObjectExpression") {
    return Object.fromEntries(
      node.properties.flatMap((property) =>
        property.type === "ObjectProperty" && property.key.type === "StringLiteral"
          ? [[property.key.value, literalValue(property.value)]]
          : [],
      ),
    );
  }
  return "value" in node ? node.value : undefined;
}

function slashes(path: string): string {
  return path.replaceAll("\\", "/");
}
