import type { JSXElement, Node } from "@babel/types";
import { statementRange, type Range } from "../edit/ranges.ts";
import { reachOf } from "../next-auth/client-graph.ts";
import { clientNeed } from "../next-auth/client-needs.ts";
import { isSessionProvider, sessionProviderFiles } from "../next-auth/provider-coverage.ts";
import { layouts, rootLayouts, type Layout } from "../next-auth/root-layouts.ts";
import { componentOf } from "../project/components.ts";
import { isTestFile } from "../project/entries.ts";
import { usesOf } from "../project/origin.ts";
import type { Project } from "../project/project.ts";
import { fileDirective, isClientFile } from "../syntax/directives.ts";
import { importBindings } from "../syntax/imports.ts";
import type { TransformContext } from "../transform.ts";
import { isBelow } from "../workspace/app.ts";
import type { SourceFile } from "../workspace/source-file.ts";
import { EVERY_PROP } from "./provider-file.ts";
import type { WrapTarget } from "./wrap-jsx.ts";

/** What happens to one file. */
export interface FileWork {
  wraps: WrapTarget[];
  /** Elements of SessionProvider that become the provider component. */
  replaces: JSXElement[];
  /** A "use client" that nothing needs any more. */
  directive?: Range;
}

/** SessionProvider in the layouts themselves, root or nested. Returns the props that it is given there. */
export function replaceInLayouts(context: TransformContext, workOn: (path: string) => FileWork): Set<string> {
  const { project, report } = context;
  const props = new Set<string>();
  const fileOf = ({ entry, component }: Layout) => (component.kind === "declared" ? component.file : entry);
  const all = new Set(layouts(project).map(fileOf));
  const roots = new Set(rootLayouts(project).map(fileOf));
  for (const file of sessionProviderFiles(project)) {
    if (!isBelow(file.path, project.app.dir) || isTestFile(file.path) || !file.parses) continue;
    const elements = sessionProviderElements(project, file);
    if (elements.length === 0) continue;
    const isClient = isClientFile(file);
    if (isClient && !roots.has(file)) continue;
    if (!all.has(file)) {
      if (!isClient && reachOf(project, file).server)
        report.finding(
          "provider-in-server-component",
          file,
          elements[0],
          `${file.path} renders next-auth's SessionProvider, but it is no client file: React Context is not available in server components.`,
        );
      continue;
    }
    if (!context.isSelected(file.path)) continue;
    const uses = usesOf(project, file, ["next-auth/react"], "SessionProvider");
    const need = isClient
      ? clientNeed(
          project,
          file,
          uses.map(({ binding }) => binding),
        )
      : undefined;
    if (need) {
      report.finding("client-root-layout", file, need.node, `${file.path} stays a client component: ${need.why}.`);
      continue;
    }
    const work = workOn(file.path);
    work.replaces.push(...elements);
    const directive = fileDirective(file, "use client");
    if (directive) work.directive = statementRange(file, directive);
    for (const element of elements) for (const prop of propsOf(element)) props.add(prop);
  }
  return props;
}

/** Elements of SessionProvider as next-auth/react exports it: what a client file hands on is a client component already. */
function sessionProviderElements(project: Project, file: SourceFile): JSXElement[] {
  const uses = new Set<Node>(
    usesOf(project, file, ["next-auth/react"], "SessionProvider").flatMap(({ node, binding }) =>
      binding.source === "next-auth/react" ? [node] : [],
    ),
  );
  return file
    .nodes("JSXElement")
    .filter(
      ({ openingElement: { name } }) =>
        uses.has(name) ||
        (name.type === "JSXMemberExpression" &&
          isSessionProvider(componentOf(project, file, name)) &&
          importBindings(file).some(({ local, source }) => local.name === file.slice(name.object) && source === "next-auth/react")),
    );
}

function propsOf({ openingElement }: JSXElement): string[] {
  return openingElement.attributes.flatMap((attribute) => {
    if (attribute.type === "JSXSpreadAttribute") return [EVERY_PROP];
    const name = attribute.name.name as string;
    return name === "key" || name === "children" ? [] : [name];
  });
}
