import { definitionOf } from "../project/definition.ts";
import { fact, type Project } from "../project/project.ts";
import { type FunctionNode, isFunction } from "../syntax/functions.ts";
import type { SourceFile } from "../workspace/source-file.ts";
import { fieldOf, optionObjects, propertyField, type OptionsObject } from "./option-fields.ts";

/** A callback of the options that is written out as a function. https://next-auth.js.org/configuration/callbacks */
export interface Callback {
  name: "signIn" | "redirect" | "jwt" | "session";
  options: OptionsObject;
  file: SourceFile;
  fn: FunctionNode;
}

export const callbacks = fact((project: Project): readonly Callback[] =>
  optionObjects(project).flatMap((options) => callbacksOf(project, options)),
);

function callbacksOf(project: Project, options: OptionsObject): Callback[] {
  const field = fieldOf(project, options, "callbacks");
  if (field.state !== "set") return [];
  const { file, node } = definitionOf(project, field.value);
  if (node.type !== "ObjectExpression") return [];
  return (["signIn", "redirect", "jwt", "session"] as const).flatMap((name): Callback[] => {
    const own = propertyField(project, file, node, name);
    if (own.state !== "set") return [];
    const at = definitionOf(project, own.value);
    return isFunction(at.node) ? [{ name, options, file: at.file, fn: at.node }] : [];
  });
}
