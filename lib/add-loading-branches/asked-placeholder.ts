import type { Node } from "@babel/types";
import { originOfExport } from "../project/origin.ts";
import { fact, type Project } from "../project/project.ts";
import { isPropertyName } from "../syntax/property-name.ts";
import { exportsOf } from "../syntax/exports.ts";
import { ParseError } from "../workspace/parse.ts";
import { SourceFile } from "../workspace/source-file.ts";

/** A name that `--loading` speaks, and where the project exports it. */
export interface PlaceholderImport {
  local: string;
  imported: string;
  /** The file; undefined where none, or more than one, exports the name. */
  path: string | undefined;
}

/** What has to be imported for the placeholder that was asked for: `<Spinner />` needs Spinner. */
export const placeholderImports = fact((project: Project): PlaceholderImport[] => {
  const { loading } = project.options;
  if (loading === undefined) return [];
  const asked = new SourceFile("loading.tsx", `(${loading})`);
  const names = new Set([
    ...asked.nodes("Identifier").flatMap((node) => (isPropertyName(asked, node) || node.name === "undefined" ? [] : [node.name])),
    ...asked
      .nodes("JSXIdentifier")
      .flatMap((node) => (/^[A-Z]/.test(node.name) && isComponentName(asked, node) && node.name !== "Fragment" ? [node.name] : [])),
  ]);
  return [...names].map((name) => findExport(project, name));
});

function isComponentName(file: SourceFile, node: Node): boolean {
  const parent = file.parent(node);
  return parent?.type === "JSXOpeningElement" || (parent?.type === "JSXMemberExpression" && parent.object === node);
}

function findExport(project: Project, name: string): PlaceholderImport {
  const found = project.mentioning([name]).flatMap((file): PlaceholderImport[] => {
    try {
      return exportsOf(file).flatMap((candidate): PlaceholderImport[] => {
        if (candidate.typeOnly || candidate.kind === "re-export" || candidate.node.start === undefined) return [];
        const isNamed = candidate.exported === name;
        const isDefault = candidate.exported === "default" && candidate.kind === "local" && candidate.local === name;
        return (isNamed || isDefault) && originOfExport(project, file, candidate.exported).kind === "declaration"
          ? [{ local: name, imported: candidate.exported, path: file.path }]
          : [];
      });
    } catch (error) {
      if (error instanceof ParseError) return [];
      throw error;
    }
  });
  const paths = new Set(found.map(({ path }) => path));
  return paths.size === 1
    ? (found.find(({ imported }) => imported === "default") ?? found[0]!)
    : { local: name, imported: name, path: undefined };
}
