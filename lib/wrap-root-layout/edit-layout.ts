import type { JSXElement } from "@babel/types";
import type { Change } from "../edit/source-edit.ts";
import { originOfBinding } from "../project/origin.ts";
import type { Project } from "../project/project.ts";
import { isNameFree } from "../syntax/bindings.ts";
import { importBindings } from "../syntax/imports.ts";
import type { SourceFile } from "../workspace/source-file.ts";
import type { ProviderComponent } from "./existing-provider.ts";

/** Imports the provider where the file does not yet. Returns its name there. */
export function addProviderImport(project: Project, change: Change, file: SourceFile, { path, name, imported }: ProviderComponent): string {
  const known = importBindings(file).find((binding) => {
    if (binding.typeOnly || binding.kind !== "import") return false;
    const origin = originOfBinding(project, file, binding);
    return origin.kind === "declaration" && origin.file.path === path && origin.export.exported === imported;
  });
  if (known) return known.local.name;
  const local = [name, `Next${name}`, `App${name}`].find((candidate) => isNameFree(file, candidate)) ?? `${name}_`;
  change.addImport({ source: project.resolver.specifierFor(path, file.path), imported, local });
  return local;
}

/** Renames an element; its attributes and children stay. */
export function replaceSessionProvider(change: Change, { openingElement, closingElement }: JSXElement, name: string): void {
  change.replace(openingElement.name, name);
  if (closingElement) change.replace(closingElement.name, name);
}
