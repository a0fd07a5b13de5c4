import type { Identifier, MemberExpression, OptionalMemberExpression } from "@babel/types";
import { usesOfName } from "../syntax/bindings.ts";
import { exportsOf, type FileExport } from "../syntax/exports.ts";
import { importBindings, type ImportBinding } from "../syntax/imports.ts";
import { ParseError } from "../workspace/parse.ts";
import type { SourceFile } from "../workspace/source-file.ts";
import type { Project } from "./project.ts";

/** Where an imported name really comes from, through re-exports, barrels and workspace packages. */
export type Origin =
  /** Exported by a package that is not part of the workspace, or imported whole (`*`). */
  | { kind: "package"; module: string; name: string }
  /** Declared in a file of the workspace. */
  | { kind: "declaration"; file: SourceFile; export: FileExport & { kind: "local" | "expression" } }
  /** All of a file of the workspace: `import * as x`. */
  | { kind: "file"; file: SourceFile }
  | { kind: "unknown" };

const UNKNOWN: Origin = { kind: "unknown" };

/** Follows a name imported in a file to where it is declared. */
export function originOf(project: Project, from: SourceFile, source: string, imported: string): Origin {
  return follow(project, from, source, imported, new Set());
}

export function originOfBinding(project: Project, file: SourceFile, binding: ImportBinding): Origin {
  return originOf(project, file, binding.source, binding.imported);
}

/** Follows a name that a file exports to where it is declared. */
export function originOfExport(project: Project, file: SourceFile, exported: string): Origin {
  return followExport(project, file, exported, new Set());
}

function follow(project: Project, from: SourceFile, source: string, imported: string, seen: Set<string>): Origin {
  const resolution = project.resolver.resolve(source, from.path);
  if (resolution.kind === "package") return { kind: "package", module: source, name: imported };
  const target = resolution.kind === "file" ? project.workspace.source(resolution.path) : undefined;
  if (target === undefined) return UNKNOWN;
  return imported === "*" ? { kind: "file", file: target } : followExport(project, target, imported, seen);
}

function followExport(project: Project, file: SourceFile, exported: string, seen: Set<string>): Origin {
  const step = `${file.path}\0${exported}`;
  if (seen.has(step)) return UNKNOWN;
  seen.add(step);
  const all = safeExports(file);
  const own = all.find((candidate) => candidate.exported === exported);
  if (own?.kind === "re-export") return follow(project, file, own.source, own.imported, seen);
  if (own?.kind === "expression") return { kind: "declaration", file, export: own };
  if (own?.kind === "local") {
    const imported = importBindings(file).find((binding) => binding.local.name === own.local);
    return imported ? follow(project, file, imported.source, imported.imported, seen) : { kind: "declaration", file, export: own };
  }
  if (exported === "default") return UNKNOWN;
  for (const star of all) {
    if (star.kind !== "re-export" || star.exported !== "*") continue;
    const origin = follow(project, file, star.source, exported, seen);
    if (origin.kind === "declaration" || (origin.kind === "package" && star.source === origin.module)) return origin;
  }
  return UNKNOWN;
}

/** A file on the way that does not parse ends the way; it is reported where it is edited. */
function safeExports(file: SourceFile): readonly FileExport[] {
  try {
    return exportsOf(file);
  } catch (error) {
    if (error instanceof ParseError) return [];
    throw error;
  }
}

/** A place where a package's export is used: `useSession`, `ReactAuth.useSession`. */
export interface PackageUse {
  node: Identifier | MemberExpression | OptionalMemberExpression;
  binding: ImportBinding;
}

/**
 * Every use of a package's export in a file, by whatever name, namespace or detour it is imported;
 * never a function of the project's own with the same name, never a local variable that shadows it.
 *
 * @param modules the package's entry points that export the name
 */
export function usesOf(project: Project, file: SourceFile, modules: readonly string[], name: string): PackageUse[] {
  return importBindings(file).flatMap((binding): PackageUse[] => {
    if (binding.typeOnly) return [];
    const origin = originOfBinding(project, file, binding);
    if (origin.kind !== "package" || !modules.includes(origin.module)) return [];
    if (origin.name === name) return usesOfName(file, binding.local).map((node) => ({ node: node as Identifier, binding }));
    // `require("next-auth")` and interop make the default import a namespace too.
    if (origin.name !== "*") return [];
    return usesOfName(file, binding.local).flatMap((node) => {
      const parent = file.parent(node);
      const isMember = (parent?.type === "MemberExpression" || parent?.type === "OptionalMemberExpression") && parent.object === node;
      return isMember && memberName(parent) === name ? [{ node: parent, binding }] : [];
    });
  });
}

function memberName(node: MemberExpression | OptionalMemberExpression): string | undefined {
  if (!node.computed && node.property.type === "Identifier") return node.property.name;
  return node.computed && node.property.type === "StringLiteral" ? node.property.value : undefined;
}
