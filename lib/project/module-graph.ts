import type { ImportDeclaration, Node } from "@babel/types";
import { bindingOf } from "../syntax/bindings.ts";
import { functionAround } from "../syntax/functions.ts";
import { moduleReferences, type ModuleReference } from "../syntax/imports.ts";
import type { SourceFile } from "../workspace/source-file.ts";
import { isTestFile } from "./entries.ts";
import { importersOf } from "./importers.ts";
import { fact, type Project } from "./project.ts";

const TYPE_POSITIONS =
  /^TS(?:TypeReference|TypeQuery|QualifiedName|ExpressionWithTypeArguments|InterfaceHeritage|ClassImplements|ImportType)$/;

const loaded = fact(() => new Map<SourceFile, string[]>());

/** The workspace's files that a file loads before its own code runs: not types, not `import()`, nothing a function requires. */
export function filesLoadedBy(project: Project, file: SourceFile): readonly string[] {
  const known = loaded(project);
  let paths = known.get(file);
  if (paths === undefined) {
    const references = file.parses
      ? moduleReferences(file).filter(
          (reference) =>
            reference.kind !== "dynamic-import" && bringsCode(file, reference) && functionAround(file, reference.node) === undefined,
        )
      : [];
    paths = [...new Set(references.flatMap(({ literal }) => project.resolver.resolveFile(literal.value, file.path) ?? []))];
    known.set(file, paths);
  }
  return paths;
}

/** The app's files, tests left out, whose code cannot run without another file's: imported, re-exported or loaded on demand. */
export function filesThatUse(project: Project, path: string): SourceFile[] {
  return importersOf(project, path).flatMap(({ file, references }) =>
    !isTestFile(file.path) && references.some((reference) => bringsCode(file, reference)) ? [file] : [],
  );
}

/** Whether a reference to a module is there when the program runs: types are gone by then. */
function bringsCode(file: SourceFile, { kind, node }: ModuleReference): boolean {
  if (kind === "require" || kind === "dynamic-import") return true;
  if (node.type === "ExportAllDeclaration") return node.exportKind !== "type";
  if (node.type === "ExportNamedDeclaration")
    return (
      node.exportKind !== "type" &&
      node.specifiers.some((specifier) => specifier.type !== "ExportSpecifier" || specifier.exportKind !== "type")
    );
  return node.type === "ImportDeclaration" && importsCode(file, node);
}

/** An import stays where it names nothing, or something that the code uses as a value. TypeScript drops the others. */
function importsCode(file: SourceFile, { importKind, specifiers }: ImportDeclaration): boolean {
  if (importKind === "type") return false;
  if (specifiers.length === 0 || !/\.[cm]?tsx?$/.test(file.path)) return true;
  return specifiers.some((specifier) => {
    if (specifier.type === "ImportSpecifier" && specifier.importKind === "type") return false;
    const uses = bindingOf(file, specifier.local)?.values ?? [];
    return uses.some((node) => !isInType(file, node));
  });
}

function isInType(file: SourceFile, node: Node): boolean {
  return TYPE_POSITIONS.test(file.parent(node)?.type ?? "");
}
