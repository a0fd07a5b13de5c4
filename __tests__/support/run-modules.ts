import { posix } from "node:path";
import ts from "typescript";

/** What a module exports, or a package that stands in for the real one. */
export type Exports = Record<string, unknown>;

export interface ModuleHost {
  /** A file's text by its path, undefined where there is none. */
  read(path: string): string | undefined;
  packages: Record<string, Exports>;
  /** The folder that `@/` stands for. */
  alias?: string;
}

const ENDINGS = ["", ".ts", ".tsx", ".js", ".jsx", "/index.ts", "/index.js"];
const compiled = new Map<string, string>();

/** Runs modules of a generated project, each once, with packages that stand in for the real ones. */
export function moduleLoader({ read, packages, alias = "" }: ModuleHost): (path: string) => Exports {
  const loaded = new Map<string, Exports>();
  const load = (path: string): Exports => {
    const known = loaded.get(path);
    if (known) return known;
    const module = { exports: {} as Exports };
    loaded.set(path, module.exports);
    const require = (specifier: string): Exports => {
      const given = packages[specifier];
      if (given) return given;
      if (/\.css$/.test(specifier)) return {};
      const target = specifier.startsWith("@/") ? posix.join(alias, specifier.slice(2)) : posix.join(posix.dirname(path), specifier);
      const found = ENDINGS.map((ending) => target + ending).find((candidate) => read(candidate) !== undefined);
      if (found === undefined) throw new Error(`${path} imports ${specifier}, which is not there`);
      return load(found);
    };
    const quiet = { log: () => undefined };
    new Function("require", "exports", "module", "console", compile(read(path)!))(require, module.exports, module, quiet);
    return module.exports;
  };
  return load;
}

function compile(source: string): string {
  let code = compiled.get(source);
  if (code !== undefined) return code;
  if (compiled.size > 200) compiled.clear();
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, jsx: ts.JsxEmit.React, esModuleInterop: true };
  code = ts.transpileModule(`const React = require("react");\n${source.replace(/^\uFEFF/, "")}`, {
    compilerOptions,
    fileName: "module.tsx",
  }).outputText;
  compiled.set(source, code);
  return code;
}

/** React as far as a tree of elements goes; a component's function is named. */
export const elements: Exports = {
  __esModule: true,
  createElement: (type: unknown, props: object | null, ...children: unknown[]) => ({ type, props, children }),
  Fragment: "fragment",
};
