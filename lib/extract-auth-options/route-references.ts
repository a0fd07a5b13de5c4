import { posix } from "node:path";
import type { Node } from "@babel/types";
import { importersOf, type Importer } from "../project/importers.ts";
import type { Project } from "../project/project.ts";
import { importBindings, moduleReferences } from "../syntax/imports.ts";
import { joinPath, parentOf } from "../workspace/app.ts";
import { ParseError } from "../workspace/parse.ts";
import type { SourceFile } from "../workspace/source-file.ts";

/**
 * The files that name the route: those whose specifier leads to it, and those whose specifier leads nowhere
 * here but means it all the same, by another spelling of upper and lower case or an alias that cannot be read.
 */
export function referencesToRoute(project: Project, route: SourceFile): Importer[] {
  const known = importersOf(project, route.path);
  const lost = project
    .naming((specifier) => specifier.includes("[..."))
    .flatMap((file): Importer[] => {
      if (file.path === route.path || known.some((importer) => importer.file === file)) return [];
      try {
        const references = moduleReferences(file).filter(({ literal }) => meansLostRoute(project, file, literal.value, route));
        return references.length === 0 ? [] : [{ file, references }];
      } catch (error) {
        if (error instanceof ParseError) return [];
        throw error;
      }
    });
  return [...known, ...lost];
}

/** Whether a specifier that leads to no file means the route. */
export function meansLostRoute(project: Project, file: SourceFile, specifier: string, route: SourceFile): boolean {
  if (!specifier.includes("[...") || project.resolver.resolve(specifier, file.path).kind === "file") return false;
  const bare = (path: string) => path.replace(/\.[cm]?[jt]sx?$/, "").toLowerCase();
  const own = bare(route.path);
  if (specifier.startsWith(".")) return bare(joinPath(parentOf(file.path), specifier)) === own;
  const candidates = project.resolver.aliasesFor(parentOf(file.path)).candidates(specifier);
  if (candidates.some((candidate) => bare(posix.relative(project.workspace.root, candidate)) === own)) return true;
  const tail = bare(specifier.slice(specifier.indexOf("/") + 1));
  return candidates.length === 0 && /^(?:src\/)?(?:app|pages)\//.test(tail) && own.endsWith(`/${tail}`.slice(own === tail ? 1 : 0));
}

/** The names that files import from the route. */
export function importedNames(project: Project, route: SourceFile): { file: SourceFile; name: string; at: Node }[] {
  return referencesToRoute(project, route).flatMap(({ file, references }) =>
    importBindings(file).flatMap(({ declaration, imported, specifier }) =>
      specifier && references.some(({ node }) => node === declaration) ? [{ file, name: imported, at: specifier }] : [],
    ),
  );
}
