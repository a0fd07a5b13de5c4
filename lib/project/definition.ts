import type { Node } from "@babel/types";
import { bindingOf } from "../syntax/bindings.ts";
import { unwrap } from "../syntax/expressions.ts";
import { importBindings } from "../syntax/imports.ts";
import type { SourceFile } from "../workspace/source-file.ts";
import { originOfBinding } from "./origin.ts";
import type { Project } from "./project.ts";

/** An expression and the file it stands in. */
export interface Place {
  file: SourceFile;
  node: Node;
}

const FAR = 12;

/**
 * The expression that a name was given, followed through constants, imports and re-exports. What is not a name that
 * leads somewhere (a parameter, a variable that is assigned again, a package's export) stays what it is.
 */
export function definitionOf(project: Project, { file, node }: Place, steps = FAR): Place {
  const at = unwrap(node);
  if (at.type !== "Identifier" || steps === 0) return { file, node: at };
  const binding = bindingOf(file, at);
  if (!binding?.constant) return { file, node: at };
  const imported = importBindings(file).find(({ local }) => local === binding.identifier);
  if (imported) {
    const origin = originOfBinding(project, file, imported);
    if (origin.kind !== "declaration") return { file, node: at };
    if (origin.export.kind === "expression") return definitionOf(project, { file: origin.file, node: origin.export.expression }, steps - 1);
    const { local } = origin.export;
    const declarator = origin.file
      .nodes("VariableDeclarator")
      .find(({ id }) => id.type === "Identifier" && id.name === local && bindingOf(origin.file, id)?.isTopLevel);
    return declarator?.init ? definitionOf(project, { file: origin.file, node: declarator.init }, steps - 1) : { file, node: at };
  }
  const declared = binding.declaration;
  const isPlain = declared.type === "VariableDeclarator" && declared.id.type === "Identifier" && declared.init;
  return isPlain ? definitionOf(project, { file, node: declared.init! }, steps - 1) : { file, node: at };
}
