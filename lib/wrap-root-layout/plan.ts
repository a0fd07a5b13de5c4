import { consumers } from "../next-auth/consumers.ts";
import { coverageOf, sessionProviderFiles, type Coverage } from "../next-auth/provider-coverage.ts";
import { coverageFromAbove, rootLayouts, type Layout } from "../next-auth/root-layouts.ts";
import type { Project } from "../project/project.ts";
import type { TransformContext } from "../transform.ts";
import { isBelow } from "../workspace/app.ts";
import { findPlainProvider, plainProviders, type ProviderComponent } from "./existing-provider.ts";
import { nestedProviders, providerIn, reportOutside, reportOwnCalls } from "./misplaced.ts";
import { newProvider } from "./provider-file.ts";
import { replaceInLayouts, type FileWork } from "./replace-in-layouts.ts";
import { placesToWrap, type WrapPlace } from "./targets.ts";

/** All that is done in one app: it is accepted or refused as one. */
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

/** Where a root layout has to be wrapped: nowhere where it is covered, need not be, or cannot be; with a finding where that needs one. */
function wrapsOf(context: TransformContext, root: Layout): WrapPlace[] {
  const { project, report } = context;
  const { entry, component } = root;
  void entry.ast; // a layout that does not parse ends it here, and is named
  const coverage = coverageOfRoot(project, root);
  const { all, uncovered, unreached } = consumers(project);
  if (coverage.state === "unknown" && all.length > 0)
    report.finding(
      "provider-unclear",
      coverage.file,
      coverage.node,
      `It cannot be told whether the content of ${entry.path} reaches a SessionProvider: ${coverage.why}.`,
    );
  if (coverage.state === "covered") {
    report.alreadyRight(entry.path);
    reportOutside(context, root);
  }
  if (coverage.state === "covered" || (coverage.state === "unknown" && all.length > 0)) return [];
  const below = uncovered.filter(({ entry: page }) => isBelow(page.path, root.dir));
  const [hidden] = unreached;
  const nested = nestedProviders(project, root);
  if (below.length === 0 && (hidden === undefined || nested.length > 0 || sessionProviderFiles(project).length > 0)) {
    if (all.length > 0 && sessionProviderFiles(project).length > 0)
      report.finding(
        "provider-in-nested-layouts",
        entry,
        undefined,
        `${entry.path} renders no SessionProvider, but every component that calls useSession has one nearer to it.`,
      );
    else
      report.finding(
        "provider-not-needed",
        entry,
        undefined,
        `Nothing below ${entry.path} calls useSession, so nothing there needs a SessionProvider.`,
      );
    return [];
  }
  const partial = providerIn(project, component);
  if (partial) {
    const [missed] = below.map(({ consumer }) => consumer.file.path);
    report.finding(
      "consumer-outside-provider",
      partial.file,
      partial.element,
      `This provider surrounds only a part of what the layout renders${missed === undefined ? "" : `; ${missed} calls useSession outside of it`}.`,
    );
    return [];
  }
  const places = placesToWrap(project, component);
  if (places === undefined) {
    report.finding(
      "layout-not-wrapped",
      entry,
      component.kind === "declared" && component.file === entry ? component.node : undefined,
      `${entry.path} does not render its children as JSX that could be wrapped.`,
    );
    return [];
  }
  if (component.kind === "declared") reportOwnCalls(context, component);
  for (const { file, element } of nested)
    report.finding("nested-session-provider", file, element, "Inside the provider of the root layout this is a second one.");
  return places;
}

/** The layout's own coverage, or that of one above it. */
function coverageOfRoot(project: Project, { component, entry }: Layout): Coverage {
  const own = coverageOf(project, component);
  if (own.state !== "open") return own;
  return coverageFromAbove(project, entry.path, { andBeside: false });
}

function chooseProvider({ project, report }: TransformContext, layout: string, props: readonly string[]): WrapPlan["provider"] | undefined {
  const written = newProvider(
    project,
    /\.tsx?$/.test(layout),
    props.filter((prop) => prop !== "session"),
  );
  if (project.options.providerFile === undefined) return findPlainProvider(project, props) ?? written;
  const file = project.workspace.source(written.path);
  if (file === undefined) return written;
  const [provider] = plainProviders(project, file, props);
  if (provider === undefined)
    report.finding(
      "provider-file-taken",
      file.path,
      undefined,
      `${file.path} is there already and is not a client component around SessionProvider. Nothing was wrapped.`,
    );
  return provider;
}
