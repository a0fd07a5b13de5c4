import { componentOf, exportedComponent, type Component } from "../project/components.ts";
import { fact, type Project } from "../project/project.ts";
import { propReferences } from "../syntax/props.ts";
import { renderPaths } from "../syntax/render-paths.ts";
import { isBelow, parentOf } from "../workspace/app.ts";
import { ParseError } from "../workspace/parse.ts";
import type { SourceFile } from "../workspace/source-file.ts";
import { coverageOf, type Coverage } from "./provider-coverage.ts";

/** A layout or template of the App Router. */
export interface Layout {
  kind: "layout" | "template";
  /** The file that Next.js loads. */
  entry: SourceFile;
  /** The folder whose pages it surrounds. */
  dir: string;
  /** Its default export, wherever that is declared. */
  component: Component;
}

const LAYOUT = /^(layout|template)\.(?:tsx|ts|jsx|js)$/;

/** Every layout and template of the app, outermost first. A file that does not parse has an unknown component. */
export const layouts = fact((project: Project): Layout[] => {
  const { appDir } = project.app;
  if (appDir === undefined) return [];
  return project.files
    .flatMap((path): Layout[] => {
      const kind = LAYOUT.exec(path.slice(path.lastIndexOf("/") + 1))?.[1] as Layout["kind"] | undefined;
      const entry = kind && isBelow(path, appDir) ? project.workspace.source(path) : undefined;
      return kind && entry ? [{ kind, entry, dir: parentOf(path), component: defaultExport(project, entry) }] : [];
    })
    .sort((a, b) => a.dir.split("/").length - b.dir.split("/").length || (a.entry.path < b.entry.path ? -1 : 1));
});

/**
 * The layouts that the document begins in: `app/layout`, one per route group where there is none above,
 * `app/[locale]/layout` where the one above only hands its children on.
 * https://nextjs.org/docs/app/api-reference/file-conventions/layout#root-layout
 */
export const rootLayouts = fact((project: Project): Layout[] => {
  const all = layouts(project).filter(({ kind }) => kind === "layout");
  const topmost = all.filter(({ dir }) => !all.some((other) => other.dir !== dir && isBelow(dir, other.dir)));
  return topmost.flatMap((top) => {
    if (rendersDocument(project, top.component)) return [top];
    const below = all.filter(({ dir, component }) => dir !== top.dir && isBelow(dir, top.dir) && rendersDocument(project, component));
    return below.length === 0 ? [top] : below.filter(({ dir }) => !below.some((other) => other.dir !== dir && isBelow(dir, other.dir)));
  });
});

/** Whether what stands at a path is rendered inside SessionProvider by a layout or template above it. */
export function coverageFromAbove(project: Project, path: string, { andBeside = true } = {}): Coverage {
  const around = layouts(project).filter(
    ({ dir, entry }) => isBelow(path, dir) && entry.path !== path && (andBeside || dir !== parentOf(path)),
  );
  let found: Coverage = { state: "open" };
  for (const { dir, component } of around) {
    // A parallel route gets to its layout by the prop that its folder is named after.
    const [next = ""] = path.slice(dir === "" ? 0 : dir.length + 1).split("/");
    const coverage = coverageOf(project, component, next.startsWith("@") ? next.slice(1) : "children");
    if (coverage.state === "covered") return coverage;
    if (coverage.state === "unknown") found = coverage;
  }
  return found;
}

/** Whether a component renders `<html>` or `<body>` around its children, itself or through another one. */
function rendersDocument(project: Project, component: Component, prop = "children", depth = 0): boolean {
  if (component.kind === "plain") return component.name === "html" || component.name === "body";
  if (component.kind !== "declared" || depth > 5) return false;
  const { file, node } = component;
  return propReferences(file, node, prop)
    .flatMap((reference) => renderPaths(file, reference))
    .some(({ around }) =>
      around.some((element) => rendersDocument(project, componentOf(project, file, element.name), element.prop, depth + 1)),
    );
}

function defaultExport(project: Project, file: SourceFile): Component {
  try {
    return exportedComponent(project, file, "default");
  } catch (error) {
    if (error instanceof ParseError) return { kind: "unknown" };
    throw error;
  }
}
