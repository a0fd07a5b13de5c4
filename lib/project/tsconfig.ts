import { dirname, isAbsolute, join, resolve } from "node:path";
import type { Node } from "@babel/types";
import babel from "../workspace/babel.cjs";
import { isWithin, readWithin, surroundingsOf } from "../workspace/surroundings.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { findPackages, packageName } from "./workspace-packages.ts";

/** What a TypeScript configuration says about module names, what it extends included. */
export interface ModuleNames {
  /** Absolute. */
  baseUrl?: string;
  paths?: Record<string, readonly string[]>;
  /** The folder that `paths` are relative to without a `baseUrl`: that of the file that has them. Absolute. */
  pathsBase?: string;
}

const TEMPLATE = "${configDir}";

/**
 * Reads `baseUrl` and `paths` of a tsconfig.json or jsconfig.json, and follows `extends` as TypeScript does. Files outside the
 * repository are not read. https://www.typescriptlang.org/tsconfig/#extends
 *
 * @param file absolute
 * @throws {Error} where a file of the chain cannot be read, and no other says what `paths` are
 */
export function readModuleNames(workspace: Workspace, file: string): ModuleNames {
  const within = surroundingsOf(workspace.root);
  const leaf = dirname(file);
  return read(file, []);

  function read(path: string, chain: readonly string[]): ModuleNames {
    const shown = isWithin(path, workspace.root) ? path.slice(workspace.root.length + 1) : path;
    if (chain.includes(path)) throw new Error(`it extends itself through ${shown}`);
    const text = isWithin(path, within) ? readWithin(within, path) : undefined;
    const own = text === undefined ? undefined : parse(text);
    if (own === undefined) throw new Error(chain.length === 0 ? "it is not JSON" : `${shown}, which it extends, could not be read`);
    const { baseUrl, paths } = moduleNamesOf(own, dirname(path), leaf);
    const said = { ...(baseUrl && { baseUrl }), ...(paths && { paths, pathsBase: dirname(path) }) };
    try {
      return { ...inherited(own, path, [...chain, path]), ...said };
    } catch (error) {
      // What it extends may not be installed: with `paths` of its own that matters little.
      if (paths) return said;
      throw error;
    }
  }

  /** What comes later in the list of `extends` wins. */
  function inherited(own: Configuration, path: string, chain: readonly string[]): ModuleNames {
    const names = [own.extends].flat().filter((name) => typeof name === "string");
    return names.reduce<ModuleNames>((before, name) => {
      const target = locate(name, dirname(path));
      if (target === undefined) throw new Error(`${name}, which it extends, is not there, or outside of ${within}`);
      return { ...before, ...read(target, chain) };
    }, {});
  }

  function locate(name: string, folder: string): string | undefined {
    const exists = (path: string) => [path, `${path}.json`].find((candidate) => readWithin(within, candidate) !== undefined);
    if (/^\.{1,2}(?:\/|$)/.test(name) || isAbsolute(name)) return exists(resolve(folder, name));
    const own = packageName(name);
    const inPackage = (dir: string) => {
      const rest = name.slice(own.length + 1);
      if (rest !== "") return exists(join(dir, rest)) ?? exists(join(dir, rest, "tsconfig.json"));
      const main = (parse(readWithin(within, join(dir, "package.json")) ?? "") as { tsconfig?: unknown } | undefined)?.tsconfig;
      return exists(join(dir, typeof main === "string" ? main : "tsconfig.json"));
    };
    const sibling = findPackages(workspace).get(own);
    if (sibling) return inPackage(join(workspace.root, sibling.dir));
    for (let at = folder; isWithin(at, within); at = dirname(at)) {
      const found = inPackage(join(at, "node_modules", own));
      if (found !== undefined) return found;
      if (dirname(at) === at) break;
    }
    return undefined;
  }
}

interface Configuration {
  extends?: unknown;
  compilerOptions?: { baseUrl?: unknown; paths?: unknown };
}

function moduleNamesOf({ compilerOptions }: Configuration, folder: string, leaf: string): Pick<ModuleNames, "baseUrl" | "paths"> {
  const { baseUrl, paths } = compilerOptions ?? {};
  const inTemplate = (path: string) => (path.startsWith(TEMPLATE) ? join(leaf, path.slice(TEMPLATE.length)) : path);
  const entries = typeof paths === "object" && paths !== null ? Object.entries(paths) : undefined;
  return {
    ...(typeof baseUrl === "string" && { baseUrl: resolve(folder, inTemplate(baseUrl)) }),
    ...(entries && {
      paths: Object.fromEntries(
        entries.flatMap(([pattern, targets]: [string, unknown]) =>
          Array.isArray(targets) ? [[pattern, targets.filter((target) => typeof target === "string").map(inTemplate)]] : [],
        ),
      ),
    }),
  };
}

/** JSON with comments and trailing commas is a JavaScript expression. */
function parse(text: string): Configuration | undefined {
  try {
    const value = literalValue(babel.parser.parseExpression(text.replace(/^\uFEFF/, "")));
    return typeof value === "object" && value !== null ? value : undefined;
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
