import type { Directive, Node } from "@babel/types";
import type { SourceFile } from "../workspace/source-file.ts";

/** A directive at the head of the file: `"use client"`, `"use server"`. */
export function fileDirective(file: SourceFile, value: string): Directive | undefined {
  return file.ast.program.directives.find((directive) => directive.value.value === value);
}

export function isClientFile(file: SourceFile): boolean {
  return file.text.includes("use client") && fileDirective(file, "use client") !== undefined;
}

/** Whether a node stands in a file or function marked `"use server"`: in a server action. */
export function inServerAction(file: SourceFile, node: Node): boolean {
  if (!file.text.includes("use server")) return false;
  if (fileDirective(file, "use server")) return true;
  for (const ancestor of file.ancestors(node)) {
    if (ancestor.type === "BlockStatement" && ancestor.directives.some((directive) => directive.value.value === "use server")) return true;
  }
  return false;
}
