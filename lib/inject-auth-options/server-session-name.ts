import type { Node } from "@babel/types";
import { SERVER_MODULES } from "../next-auth/session-calls.ts";
import { originOfBinding } from "../project/origin.ts";
import type { Project } from "../project/project.ts";
import { bindingAt, bindingOf, isNameFree } from "../syntax/bindings.ts";
import { importBindings } from "../syntax/imports.ts";
import type { SourceFile } from "../workspace/source-file.ts";

/** How a file can name `getServerSession`: as it imports it, else by an import to add. */
export function nameServerSession(project: Project, file: SourceFile, at: Node): { local: string; source?: string } {
  const modules: readonly string[] = SERVER_MODULES;
  const own = importBindings(file).find((binding) => {
    if (binding.typeOnly || bindingAt(file, at, binding.local.name) !== bindingOf(file, binding.local)) return false;
    const origin = originOfBinding(project, file, binding);
    return origin.kind === "package" && modules.includes(origin.module) && origin.name === "getServerSession";
  });
  if (own !== undefined) return { local: own.local.name };
  return { local: isNameFree(file, "getServerSession") ? "getServerSession" : "getNextAuthSession", source: "next-auth" };
}
