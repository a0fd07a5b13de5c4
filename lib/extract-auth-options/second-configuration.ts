import type { Node } from "@babel/types";
import { originOfBinding, usesOf } from "../project/origin.ts";
import type { Project } from "../project/project.ts";
import { propertyValue, topLevelVariable, unwrap } from "../syntax/expressions.ts";
import { importBindings } from "../syntax/imports.ts";
import { ParseError } from "../workspace/parse.ts";
import type { SourceFile } from "../workspace/source-file.ts";

const TESTS = /(?:^|\/)__(?:tests|mocks)__\/|\.(?:test|spec|stories)\.[cm]?[jt]sx?$/;

/**
 * Another options object of the app that sessions are read with: one that is passed to getServerSession and
 * is declared outside the route. An object that nobody reads a session with does not count.
 */
export function findOtherConfiguration(project: Project, route: SourceFile): { file: SourceFile; at: Node } | undefined {
  for (const file of project.mentioning(["getServerSession"])) {
    if (TESTS.test(file.path)) continue;
    try {
      for (const { node } of usesOf(project, file, ["next-auth", "next-auth/next"], "getServerSession")) {
        const call = file.parent(node);
        const last = call?.type === "CallExpression" && call.callee === node ? call.arguments.at(-1) : undefined;
        const options = last && unwrap(last);
        const found = options?.type === "Identifier" ? declaredObject(project, file, options.name) : undefined;
        if (found !== undefined && found.file.path !== route.path) return found;
      }
    } catch (error) {
      if (!(error instanceof ParseError)) throw error;
    }
  }
  return undefined;
}

/** The options object that a name means in a file, here or where it is imported from. */
function declaredObject(project: Project, file: SourceFile, name: string): { file: SourceFile; at: Node } | undefined {
  const imported = importBindings(file).find(({ local }) => local.name === name);
  const origin = imported && originOfBinding(project, file, imported);
  if (imported && origin?.kind !== "declaration") return undefined;
  const home = origin?.kind === "declaration" ? origin.file : file;
  const local = origin?.kind === "declaration" ? (origin.export.kind === "local" ? origin.export.local : undefined) : name;
  const declarator = local === undefined ? undefined : topLevelVariable(home, local);
  const object = declarator?.init && unwrap(declarator.init);
  return object?.type === "ObjectExpression" && propertyValue(object, "providers") ? { file: home, at: declarator! } : undefined;
}
