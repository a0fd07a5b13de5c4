import type { Project } from "../../project/project.ts";
import type { SourceFile } from "../../workspace/source-file.ts";

/** Where an env file sets a variable: the file and the name's place in it, for `found`. */
export function placeInEnv(project: Project, path: string, name: string): [at: SourceFile | string, place: number | undefined] {
  const file = project.workspace.source(path);
  const last = file && [...file.text.matchAll(assignment(name))].at(-1);
  return file && last ? [file, last.index + last[1]!.length] : [path, undefined];
}

/** Whether a variable's value speaks of another variable: what it comes to is not known here. */
export function isComposed(project: Project, path: string, name: string): boolean {
  return [...(project.workspace.read(path) ?? "").matchAll(assignment(name))].some(([, , value]) => value!.includes("$"));
}

function assignment(name: string): RegExp {
  return new RegExp(String.raw`^([ \t]*(?:export[ \t]+)?)${name}[ \t]*=([^\r\n]*)`, "gm");
}
