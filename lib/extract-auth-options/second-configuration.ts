import type { Node } from "@babel/types";
import { importersOf } from "../project/importers.ts";
import { originOfBinding, usesOf } from "../project/origin.ts";
import { nextAuthCalls, type AuthRoute } from "../next-auth/route-handler.ts";
import type { Project } from "../project/project.ts";
import { propertyValue, topLevelVariable, unwrap } from "../syntax/expressions.ts";
import { importBindings } from "../syntax/imports.ts";
import { ParseError } from "../workspace/parse.ts";
import type { SourceFile } from "../workspace/source-file.ts";

const TESTS = /(?:^|\/)__(?:tests|mocks)__\/|\.(?:test|spec|stories)\.[cm]?[jt]sx?$/;

/**
 * Another options object of the app that is in use: one that getServerSession is given, or NextAuth, and that
 * no auth route declares. An object that nobody passes on, or without a provider, is a leftover and no configuration.
 *
 * @param routes the auth routes, which are judged by themselves
 */
export function findOtherConfiguration(project: Project, route: SourceFile, routes: readonly AuthRoute[]): SourceFile | undefined {
  for (const file of project.mentioning(["getServerSession", "NextAuth"])) {
    if (TESTS.test(file.path)) continue;
    try {
      // A handler in a file that nobody imports answers no request.
      const isLive =
        file.path !== route.path && (routes.some((other) => other.file.path === file.path) || importersOf(project, file.path).length > 0);
      const given = [
        ...(isLive ? nextAuthCalls(project, file).flatMap(({ options }) => options ?? []) : []),
        ...sessionOptions(project, file),
      ];
      for (const options of given.map(unwrap)) {
        const home = options.type === "Identifier" ? homeOfOptions(project, file, options.name) : configures(options) ? file : undefined;
        if (home !== undefined && !routes.some((other) => other.file.path === home.path)) return home;
      }
    } catch (error) {
      if (!(error instanceof ParseError)) throw error;
    }
  }
  return undefined;
}

function sessionOptions(project: Project, file: SourceFile): Node[] {
  return usesOf(project, file, ["next-auth", "next-auth/next"], "getServerSession").flatMap(({ node }) => {
    const call = file.parent(node);
    return call?.type === "CallExpression" && call.callee === node ? (call.arguments.at(-1) ?? []) : [];
  });
}

/** The file that declares the options object that a name means, here or where it is imported from. */
function homeOfOptions(project: Project, file: SourceFile, name: string): SourceFile | undefined {
  const imported = importBindings(file).find(({ local }) => local.name === name);
  const origin = imported && originOfBinding(project, file, imported);
  if (imported && origin?.kind !== "declaration") return undefined;
  const home = origin?.kind === "declaration" ? origin.file : file;
  const local = origin?.kind === "declaration" ? (origin.export.kind === "local" ? origin.export.local : undefined) : name;
  const init = local === undefined ? undefined : topLevelVariable(home, local)?.init;
  return init && configures(unwrap(init)) ? home : undefined;
}

function configures(object: Node): boolean {
  const providers = propertyValue(object, "providers");
  return providers !== undefined && !(providers.type === "ArrayExpression" && providers.elements.length === 0);
}
