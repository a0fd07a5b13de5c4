import { isAbsolute, posix } from "node:path";
import resolve from "enhanced-resolve";
import { joinPath, parentOf } from "../workspace/app.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { readPathAliases, type PathAliases } from "./path-aliases.ts";
import { workspaceFileSystem } from "./workspace-file-system.ts";
import { findPackages, packageName } from "./workspace-packages.ts";

const EXTENSIONS = [".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs", ".json"];
const SOURCES: Record<string, string[]> = {
  ".js": [".ts", ".tsx", ".js", ".jsx"],
  ".mjs": [".mts", ".mjs"],
  ".cjs": [".cts", ".cjs"],
  ".jsx": [".tsx", ".jsx"],
};
const STRIPPED_EXTENSION = /\.(?:tsx?|jsx?)$/;

/** Where a specifier leads: a file of the workspace, a package from outside it, or nowhere. */
export type Resolution = { kind: "file"; path: string } | { kind: "package" } | { kind: "missing" };

/**
 * Module resolution as the project's bundler does it: relative paths, the aliases of tsconfig or jsconfig,
 * and the packages of the same workspace. Installed packages are not looked into.
 */
export class Resolver {
  static readonly #known = new WeakMap<object, Resolver>();

  /** The resolver of a workspace: one as long as no file comes or goes, so that every question is answered once. */
  static of(workspace: Workspace): Resolver {
    let resolver = Resolver.#known.get(workspace.shape);
    if (resolver === undefined) Resolver.#known.set(workspace.shape, (resolver = new Resolver(workspace)));
    return resolver;
  }

  readonly #workspace: Workspace;
  /** For what package.json files decide. */
  readonly #resolver: resolve.Resolver;
  readonly #aliases = new Map<string, PathAliases>();
  readonly #answers = new Map<string, Resolution>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
    this.#resolver = resolve.ResolverFactory.createResolver({
      fileSystem: workspaceFileSystem(workspace),
      useSyncFileSystemCalls: true,
      extensions: EXTENSIONS,
      extensionAlias: SOURCES,
      conditionNames: ["react-server", "import", "require", "node", "types", "source", "default"],
      mainFields: ["source", "module", "main", "types"],
      exportsFields: ["exports"],
      symlinks: false,
      modules: [],
    });
  }

  /** @param from the importing file, relative to the root */
  resolve(specifier: string, from: string): Resolution {
    const folder = parentOf(from);
    const key = `${folder}\0${specifier}`;
    let answer = this.#answers.get(key);
    if (answer === undefined) this.#answers.set(key, (answer = this.#resolve(specifier, folder)));
    return answer;
  }

  /** The file a specifier leads to, where it leads to one of the workspace. */
  resolveFile(specifier: string, from: string): string | undefined {
    const resolution = this.resolve(specifier, from);
    return resolution.kind === "file" ? resolution.path : undefined;
  }

  /**
   * How a file should name another one in an import: by the project's alias where it has one that means
   * this file, else by a relative path. A file in the same folder is named relatively.
   *
   * @param relative prefer a relative path, as the import that is replaced did
   */
  specifierFor(target: string, from: string, { relative = false } = {}): string {
    const bare = target
      .replace(STRIPPED_EXTENSION, "")
      .replace(/\.mts$/, ".mjs")
      .replace(/\.cts$/, ".cjs")
      .replace(/\/index$/, "");
    const sameFolder = parentOf(target) === parentOf(from);
    const path = posix.relative(`/${parentOf(from)}`, `/${bare}`);
    const byPath = path.startsWith(".") ? path : `./${path}`;
    if (sameFolder || relative) return byPath;
    const absolute = posix.join(this.#workspace.root, bare);
    const byAlias = this.aliasesFor(parentOf(from)).aliases.flatMap(({ prefix, suffix, targets }) =>
      prefix === ""
        ? []
        : targets.filter((folder) => absolute.startsWith(folder)).map((folder) => prefix + absolute.slice(folder.length) + suffix),
    );
    const meansTarget = (specifier: string) => {
      const found = this.resolveFile(specifier, from);
      return found === undefined || found === target;
    };
    return byAlias.sort((a, b) => a.length - b.length).find(meansTarget) ?? byPath;
  }

  aliasesFor(folder: string): PathAliases {
    let aliases = this.#aliases.get(folder);
    if (aliases === undefined) this.#aliases.set(folder, (aliases = readPathAliases(this.#workspace, folder)));
    return aliases;
  }

  #resolve(specifier: string, folder: string): Resolution {
    if (specifier.startsWith(".")) return this.#file(posix.join(this.#workspace.root, folder, specifier)) ?? { kind: "missing" };
    if (isAbsolute(specifier)) return { kind: "missing" };
    const { candidates, aliases } = this.aliasesFor(folder);
    for (const candidate of candidates(specifier)) {
      const found = this.#file(candidate);
      if (found !== undefined) return found;
    }
    const own = this.#workspacePackage(specifier);
    if (own !== undefined) return own;
    const isAlias = aliases.some(({ prefix }) => prefix !== "" && specifier.startsWith(prefix) && !/^@[\w-]+$/.test(prefix));
    return { kind: isAlias ? "missing" : "package" };
  }

  /** A package of the workspace, by its name, through its `exports` where it has some. */
  #workspacePackage(specifier: string): Resolution | undefined {
    const name = packageName(specifier);
    const found = findPackages(this.#workspace).get(name);
    if (found === undefined) return undefined;
    const folder = posix.join(this.#workspace.root, found.dir);
    const rest = specifier.slice(name.length);
    const request = found.hasExports ? specifier : `.${rest}`;
    return this.#ask(folder, request) ?? this.#ask(folder, rest === "" ? "./src" : `./src${rest}`);
  }

  /** A file by its path without extension, or a folder's index; a folder with a package.json may say otherwise. */
  #file(absolute: string): Resolution | undefined {
    const path = posix.relative(this.#workspace.root, absolute);
    if (path.startsWith("..") || isAbsolute(path)) return undefined;
    const found = this.#probe(path) ?? this.#probeSource(path);
    if (found !== undefined) return { kind: "file", path: found };
    if (!this.#workspace.hasFolder(path)) return undefined;
    if (this.#workspace.has(joinPath(path, "package.json"))) return this.#ask(this.#workspace.root, absolute);
    const index = this.#probe(joinPath(path, "index"));
    return index === undefined ? undefined : { kind: "file", path: index };
  }

  #probe(path: string): string | undefined {
    if (!this.#workspace.hasFolder(parentOf(path))) return undefined;
    return ["", ...EXTENSIONS].map((extension) => path + extension).find((candidate) => this.#workspace.has(candidate));
  }

  /** `./auth.js` in TypeScript means the source that it is compiled from. */
  #probeSource(path: string): string | undefined {
    const extension = posix.extname(path);
    return SOURCES[extension]
      ?.map((source) => path.slice(0, -extension.length) + source)
      .find((candidate) => this.#workspace.has(candidate));
  }

  #ask(folder: string, request: string): Resolution | undefined {
    try {
      const found = this.#resolver.resolveSync({}, folder, request);
      if (typeof found !== "string") return undefined;
      const path = posix.relative(this.#workspace.root, found.replaceAll("\\", "/"));
      return path.startsWith("..") ? undefined : { kind: "file", path };
    } catch {
      return undefined;
    }
  }
}
