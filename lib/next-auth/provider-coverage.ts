import type { Node } from "@babel/types";
import { componentOf, type Component } from "../project/components.ts";
import { fact, type Project } from "../project/project.ts";
import { findPackages, packageName, packagesUsedBy } from "../project/workspace-packages.ts";
import { propReferences } from "../syntax/props.ts";
import { renderPaths, type RenderPath } from "../syntax/render-paths.ts";
import { ParseError } from "../workspace/parse.ts";
import type { SourceFile } from "../workspace/source-file.ts";
import { dependencyRange } from "./version.ts";

/** Whether what a component is given is rendered inside next-auth's SessionProvider. */
export type Coverage = { state: "covered" } | { state: "open" } | { state: "unknown"; file: SourceFile; node: Node; why: string };

const COVERED: Coverage = { state: "covered" };
const OPEN: Coverage = { state: "open" };

const known = new WeakMap<Project, Map<object, Map<string, Coverage>>>();

/** Whether a component renders what it gets by a prop inside SessionProvider, itself or through any other component. */
export function coverageOf(project: Project, component: Component, prop = "children"): Coverage {
  if (component.kind === "package") return isSessionProvider(component) && prop === "children" ? COVERED : OPEN;
  if (component.kind !== "declared") return OPEN;
  const ofProject = known.get(project) ?? new Map<object, Map<string, Coverage>>();
  known.set(project, ofProject);
  const answers = ofProject.get(component.node) ?? new Map<string, Coverage>();
  ofProject.set(component.node, answers);
  const answer = answers.get(prop);
  if (answer !== undefined) return answer;
  answers.set(prop, OPEN); // a component that renders itself
  const { file, node } = component;
  const found = strongest(
    propReferences(file, node, prop).flatMap((reference) =>
      renderPaths(file, reference).map((path) => coverageOfPath(project, file, path, reference)),
    ),
  );
  answers.set(prop, found);
  return found;
}

/** Whether an element or expression is rendered inside SessionProvider, as far as its own file's component shows. */
export function coverageAt(project: Project, file: SourceFile, node: Node): Coverage[] {
  return renderPaths(file, node).map((path) => coverageOfPath(project, file, path, node));
}

export function isSessionProvider(component: Component): boolean {
  return component.kind === "package" && component.module === "next-auth/react" && component.name === "SessionProvider";
}

function coverageOfPath(project: Project, file: SourceFile, { around, end }: RenderPath, start: Node): Coverage {
  const all = around.map(({ name, prop, node }): Coverage => {
    const component = guarded(project, file, name);
    const coverage = coverageOf(project, component, prop);
    const why = coverage.state === "open" ? doubt(project, file, component, name) : undefined;
    return why === undefined ? coverage : { state: "unknown", file, node, why };
  });
  if (end === "unclear" && sessionProviderFiles(project).length > 0)
    all.push({ state: "unknown", file, node: start, why: "it goes through a call that may put a provider around it" });
  return strongest(all);
}

/** Any provider around is one; where one may be, nobody should add another. */
function strongest(all: readonly Coverage[]): Coverage {
  return all.find(({ state }) => state === "covered") ?? all.find(({ state }) => state === "unknown") ?? OPEN;
}

function guarded(project: Project, file: SourceFile, name: Node): Component {
  try {
    return componentOf(project, file, name);
  } catch (error) {
    if (error instanceof ParseError) return { kind: "unknown" };
    throw error;
  }
}

/** Why a component that does not show a SessionProvider may have one all the same. */
function doubt(project: Project, file: SourceFile, component: Component, name: Node): string | undefined {
  if (component.kind === "unknown") return `what <${file.slice(name)}> renders could not be read`;
  if (component.kind !== "package" || component.module.startsWith("next-auth")) return undefined;
  const { module } = component;
  const isOwn =
    findPackages(project.workspace).has(packageName(module)) ||
    /^(?:workspace|file|link|portal|git|github):|^git\+/.test(dependencyRange(project, packageName(module)) ?? "");
  return isOwn || /(?<!o)auth(?!or)|session/i.test(`${module}/${component.name}`)
    ? `<${file.slice(name)}> comes from the package ${module}, which may render a SessionProvider`
    : undefined;
}

/** The files of the workspace that may use next-auth's SessionProvider. */
export const sessionProviderFiles = fact((project: Project): SourceFile[] => {
  const { app, workspace, touched } = project;
  const shared = packagesUsedBy(workspace, app.packageJson).flatMap(({ dir }) => workspace.files(dir));
  return workspace
    .mentioning([...new Set([...app.files, ...shared])], ["SessionProvider"], touched)
    .filter((file) => file.text.includes("next-auth"));
});
