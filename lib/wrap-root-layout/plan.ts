import type { JSXElement, Node } from "@babel/types";
import { statementRange, type Range } from "../edit/ranges.ts";
import { clientNeed } from "../next-auth/client-needs.ts";
import { reachOf } from "../next-auth/client-graph.ts";
import { consumers, type UncoveredEntry } from "../next-auth/consumers.ts";
import { coverageAt, coverageOf, isSessionProvider, sessionProviderFiles, type Coverage } from "../next-auth/provider-coverage.ts";
import { coverageFromAbove, layouts, rootLayouts, type Layout } from "../next-auth/root-layouts.ts";
import { componentOf } from "../project/components.ts";
import { isTestFile } from "../project/entries.ts";
import { usesOf } from "../project/origin.ts";
import type { Project } from "../project/project.ts";
import { fileDirective, isClientFile } from "../syntax/directives.ts";
import { importBindings } from "../syntax/imports.ts";
import type { TransformContext } from "../transform.ts";
import { isBelow } from "../workspace/app.ts";
import type { SourceFile } from "../workspace/source-file.ts";
import { findPlainProvider, plainProviders, type ProviderComponent } from "./existing-provider.ts";
import { newProvider } from "./provider-file.ts";
import { placesToWrap } from "./targets.ts";
import type { WrapTarget } from "./wrap-jsx.ts";

/** What happens to one file. */
export interface FileWork {
  wraps: WrapTarget[];
  /** Elements of SessionProvider that become the provider component. */
  replaces: JSXElement[];
  /** A "use client" that nothing needs any more. */
  directive?: Range;
}

export interface WrapPlan {
  provider: ProviderComponent & { content?: string };
  files: ReadonlyMap<string, FileWork>;
  choice: string;
}

/** Decides for every root layout whether its content needs a provider, and gathers all that has to be done for it. */
export function planWrapping(context: TransformContext): WrapPlan | undefined {
  const { project } = context;
  if (project.app.appDir === undefined) return undefined;
  const files = new Map<string, FileWork>();
  const workOn = (path: string): FileWork => {
    const work = files.get(path) ?? { wraps: [], replaces: [] };
    files.set(path, work);
    return work;
  };
  const props = replaceInLayouts(context, workOn);
  for (const root of rootLayouts(project)) {
    if (!context.isSelected(root.entry.path)) continue;
    for (const { file, target } of wrapsOf(context, root)) workOn(file.path).wraps.push(target);
  }
  const [first] = files.keys();
  if (first === undefined) return undefined;
  const provider = chooseProvider(context, first, [...props].sort());
  return provider && { provider, files, choice: `wrap-root-layout:${provider.path}` };
}

/** SessionProvider in the layouts themselves, root or nested. Returns the props that it is given there. */
function replaceInLayouts(context: TransformContext, workOn: (path: string) => FileWork): Set<string> {
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
      if (!isClient && reachOf(project, file).server) report.finding("provider-in-server-component", file, elements[0], `${file.path} renders next-auth's SessionProvider, but it is no client file: React Context is not available in server components.`);
      continue;
    }
    if (!context.isSelected(file.path)) continue;
    const uses = usesOf(project, file, ["next-auth/react"], "SessionProvider");
    const need = isClient ? clientNeed(project, file, uses.map(({ binding }) => binding)) : undefined;
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
  const uses = new Set<Node>(usesOf(project, file, ["next-auth/react"], "SessionProvider").flatMap(({ node, binding }) => (binding.source === "next-auth/react" ? [node] : [])));
  return file.nodes("JSXElement").filter(({ openingElement: { name } }) => uses.has(name) || (name.type === "JSXMemberExpression" && isSessionProvider(componentOf(project, file, name)) && importBindings(file).some(({ local, source }) => local.name === file.slice(name.object) && source === "next-auth/react")));
}

function propsOf({ openingElement }: JSXElement): string[] {
  return openingElement.attributes.flatMap((attribute) => (attribute.type === "JSXAttribute" && attribute.name.type === "JSXIdentifier" && attribute.name.name !== "key" && attribute.name.name !== "children" ? [attribute.name.name] : []));
}

function wrapsOf(context: TransformContext, root: Layout): { file: SourceFile; target: WrapTarget }[] {
  const { project, report } = context;
  const { entry, component } = root;
  if (component.kind === "unknown" || !entry.parses) return [];
  const coverage = coverageOfRoot(project, root);
  if (coverage.state === "unknown") report.finding("provider-unclear", coverage.file, coverage.node, `It cannot be told whether the content of ${entry.path} reaches a SessionProvider: ${coverage.why}.`);
  if (coverage.state === "covered") {
    report.alreadyRight(entry.path);
    reportOutside(context, root);
  }
  if (coverage.state !== "open") return [];
  const { all, uncovered, unreached } = consumers(project);
  const below = uncovered.filter(({ entry: page }) => isBelow(page.path, root.dir));
  const [hidden] = unreached;
  const nested = nestedProviders(project, root);
  if (below.length === 0 && (hidden === undefined || nested.length > 0 || sessionProviderFiles(project).length > 0)) {
    if (all.length > 0 && sessionProviderFiles(project).length > 0) report.finding("provider-in-nested-layouts", entry, undefined, `${entry.path} renders no SessionProvider, but every component that calls useSession has one nearer to it.`);
    else report.finding("provider-not-needed", entry, undefined, `Nothing below ${entry.path} calls useSession, so nothing there needs a SessionProvider.`);
    return [];
  }
  const places = placesToWrap(project, component);
  if (places === undefined) {
    report.finding("layout-not-wrapped", entry, component.kind === "declared" && component.file === entry ? component.node : undefined, `${entry.path} does not render its children as JSX that could be wrapped.`);
    return [];
  }
  for (const { file, element } of nested) report.finding("nested-session-provider", file, element, "Inside the provider of the root layout this is a second one.");
  return places;
}

/** The layout's own coverage, or that of one above it. */
function coverageOfRoot(project: Project, { component, entry }: Layout): Coverage {
  const own = coverageOf(project, component);
  if (own.state !== "open") return own;
  return coverageFromAbove(project, entry.path, { andBeside: false });
}

/** Components of a covered layout that call useSession but stand outside the provider. */
function reportOutside({ project, report }: TransformContext, root: Layout): void {
  const said = new Set<UncoveredEntry["entry"]>();
  for (const { entry, consumer } of consumers(project).uncovered) {
    if (entry !== root.entry || said.has(entry)) continue;
    said.add(entry);
    const element = entry.nodes("JSXOpeningElement").find((opening) => {
      const component = componentOf(project, entry, opening.name);
      return component.kind === "declared" && "id" in component.node && component.node.id && consumers(project).needsSession(component.file, component.node.id.name) && coverageAt(project, entry, opening.name).every(({ state }) => state === "open");
    });
    report.finding("consumer-outside-provider", entry, element, `${consumer.file.path} calls useSession and is rendered here outside of the SessionProvider.`);
  }
}

/** Elements below a root layout that put a provider around their content. */
function nestedProviders(project: Project, root: Layout): { file: SourceFile; element: JSXElement }[] {
  return layouts(project).flatMap(({ component, dir, entry }) => {
    if (entry === root.entry || !isBelow(dir, root.dir) || component.kind !== "declared" || coverageOf(project, component).state !== "covered") return [];
    const { file } = component;
    const element = file.nodes("JSXElement").find(({ openingElement }) => coverageOf(project, componentOf(project, file, openingElement.name)).state === "covered");
    return element ? [{ file, element }] : [];
  });
}

function chooseProvider({ project, report }: TransformContext, layout: string, props: readonly string[]): WrapPlan["provider"] | undefined {
  const written = newProvider(project, /\.tsx?$/.test(layout), props.filter((prop) => prop !== "session"));
  if (project.options.providerFile === undefined) return findPlainProvider(project, props) ?? written;
  const file = project.workspace.source(written.path);
  if (file === undefined) return written;
  const [provider] = plainProviders(project, file, props);
  if (provider === undefined) report.finding("provider-file-taken", file.path, undefined, `${file.path} is there already and is not a client component around SessionProvider. Nothing was wrapped.`);
  return provider;
}
