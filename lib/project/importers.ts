import { posix } from "node:path";
import { moduleReferences, type ModuleReference } from "../syntax/imports.ts";
import { ParseError } from "../workspace/parse.ts";
import { parentOf } from "../workspace/app.ts";
import type { SourceFile } from "../workspace/source-file.ts";
import type { Project } from "./project.ts";

export interface Importer {
  file: SourceFile;
  references: ModuleReference[];
}

/**
 * The app's files that name another file in an import, export, `require()`, `import()`, type or mock.
 * A specifier ends in the file's name or its folder's, so only files with such a string are parsed.
 *
 * @returns importers in path order, and the files that mention it but do not parse
 */
export function importersOf(project: Project, path: string): Importer[] {
  const stem = posix.basename(path).replace(/\.[cm]?[jt]sx?$/, "");
  const word = stem === "index" ? posix.basename(parentOf(path)) : stem;
  const specifier = new RegExp(`["'\`]([^"'\`\\n]*${word.replace(/[$()*+.?[\\\]^{|}]/g, "\\$&")}(?:/index)?(?:\\.[cm]?[jt]sx?)?/?)["'\`]`, "g");
  const named = project.mentioning([word]).filter((file) => [...file.text.matchAll(specifier)].some(([, value]) => project.resolver.resolveFile(value!, file.path) === path));
  return named.flatMap((file) => {
    if (file.path === path) return [];
    try {
      const references = moduleReferences(file).filter(({ literal }) => project.resolver.resolveFile(literal.value, file.path) === path);
      return references.length === 0 ? [] : [{ file, references }];
    } catch (error) {
      if (error instanceof ParseError) return [];
      throw error;
    }
  });
}
