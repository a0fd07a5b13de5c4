import type { Project } from "../project/project.ts";
import { joinPath } from "../workspace/app.ts";
import type { SourceFile } from "../workspace/source-file.ts";
import { installedVersion } from "./installed-version.ts";
import { nextConfig } from "./next-config.ts";

/**
 * Whether `next build` compares what a route or a layout exports and takes with what Next.js allows. The type check of
 * Next.js 13.4 to 15 with webpack does, JavaScript included where tsconfig allows it
 * (packages/next/src/build/webpack/plugins/next-types-plugin; seen by building with 14.2, 15.5 and 16.4).
 *
 * @returns undefined where the version of Next.js is not known
 */
export function buildChecks(project: Project, file: SourceFile): boolean | undefined {
  if (!checksTypes(project, file)) return false;
  const { build = "" } = (project.app.packageJson as { scripts?: Record<string, string> }).scripts ?? {};
  if (build.includes("turbo")) return false;
  const next = installedVersion(project, "next");
  return next && next.major < 16 && next.compare("13.4.0") >= 0;
}

/** Whether the type check of `next build` looks at a file. */
export function checksTypes(project: Project, { path }: SourceFile): boolean {
  const tsconfig = project.workspace.read(joinPath(project.app.dir, "tsconfig.json"));
  const ignored = nextConfig(project)?.setting("ignoreBuildErrors");
  const isIgnored = ignored !== undefined && !(ignored.type === "BooleanLiteral" && !ignored.value);
  return tsconfig !== undefined && !isIgnored && (/\.[cm]?tsx?$/.test(path) || /"allowJs"\s*:\s*true/.test(tsconfig));
}
