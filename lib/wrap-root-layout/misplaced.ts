import type { JSXElement } from "@babel/types";
import { consumers, ownerOf } from "../next-auth/consumers.ts";
import { coverageAt, coverageOf } from "../next-auth/provider-coverage.ts";
import { layouts, type Layout } from "../next-auth/root-layouts.ts";
import { componentOf, type Component } from "../project/components.ts";
import type { Project } from "../project/project.ts";
import { inside } from "../syntax/props.ts";
import type { TransformContext } from "../transform.ts";
import { isBelow } from "../workspace/app.ts";
import type { SourceFile } from "../workspace/source-file.ts";

/** What calls useSession below a covered layout but stands outside the provider: beside it, or in a parallel route beside it. */
export function reportOutside({ project, report }: TransformContext, root: Layout): void {
  const { uncovered, needsSession } = consumers(project);
  const said = new Set<SourceFile>();
  for (const { entry, consumer } of uncovered) {
    if (!isBelow(entry.path, root.dir) || said.has(entry)) continue;
    said.add(entry);
    if (entry !== root.entry) {
      report.finding(
        "consumer-outside-provider",
        entry,
        undefined,
        `${consumer.file.path} calls useSession and is rendered by ${entry.path}, which ${root.entry.path} places outside of its SessionProvider.`,
      );
      continue;
    }
    const element = entry.nodes("JSXOpeningElement").find(({ name }) => {
      const component = componentOf(project, entry, name);
      const owner = component.kind === "declared" ? ownerOf(component.file, component.node) : undefined;
      return (
        component.kind === "declared" &&
        owner !== undefined &&
        needsSession(component.file, owner) &&
        coverageAt(project, entry, name).every(({ state }) => state === "open")
      );
    });
    const place = element ?? (consumer.file === entry ? consumer.node : undefined);
    report.finding(
      "consumer-outside-provider",
      entry,
      place,
      `${consumer.file.path} calls useSession and is rendered here outside of the SessionProvider.`,
    );
  }
}

/** A layout that calls useSession itself stands outside of every provider that it renders. */
export function reportOwnCalls({ project, report }: TransformContext, { file, node }: Component & { kind: "declared" }): void {
  for (const consumer of consumers(project).all) {
    if (consumer.file === file && inside(consumer.node, node))
      report.finding(
        "consumer-outside-provider",
        file,
        consumer.node,
        `${file.path} calls useSession itself, so it stands outside of the SessionProvider that it renders.`,
      );
  }
}

/** Elements in the layouts below a root layout that put a provider around their content. */
export function nestedProviders(project: Project, root: Layout): { file: SourceFile; element: JSXElement }[] {
  return layouts(project).flatMap(({ component, dir, entry }) =>
    entry === root.entry || !isBelow(dir, root.dir) ? [] : (providerIn(project, component) ?? []),
  );
}

/** The first element in a component's own JSX that puts a provider around its content. */
export function providerIn(project: Project, component: Component): { file: SourceFile; element: JSXElement } | undefined {
  if (component.kind !== "declared") return undefined;
  const { file, node } = component;
  const element = file
    .nodes("JSXElement")
    .find(
      (candidate) =>
        inside(candidate, node) && coverageOf(project, componentOf(project, file, candidate.openingElement.name)).state === "covered",
    );
  return element && { file, element };
}
