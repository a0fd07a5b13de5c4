import { minVersion, parse, type SemVer } from "semver";
import type { Project } from "../project/project.ts";
import { joinPath, parentOf } from "../workspace/app.ts";
import { dependencyRange } from "./version.ts";

/** Where a package's version stands in each lockfile. `{}` stands for the package's name, escaped. */
const LOCKFILES: readonly { file: string; pattern: string }[] = [
  { file: "package-lock.json", pattern: String.raw`"node_modules/{}":\s*\{\s*"version":\s*"([^"]+)"` },
  { file: "pnpm-lock.yaml", pattern: String.raw`^ {2}['"]?/?{}[@/](\d[^('":]*)` },
  { file: "yarn.lock", pattern: String.raw`^"?{}@[^\n]*:\n\s+version:?\s+"?([^"\n]+)` },
  { file: "bun.lock", pattern: String.raw`"{}":\s*\["{}@([^"]+)"` },
];

/**
 * The version of a package that an app really gets: what is installed, else what the nearest lockfile of npm,
 * pnpm, yarn or bun names, else the lowest that its range allows. Undefined where nothing names it.
 */
export function installedVersion(project: Project, name: string): SemVer | undefined {
  return fromNodeModules(project, name) ?? fromLockfile(project, name) ?? fromRange(dependencyRange(project, name));
}

/** The version that is certain: what is installed or locked, or the only one that the range allows. */
export function pinnedVersion(project: Project, name: string): SemVer | undefined {
  return fromNodeModules(project, name) ?? fromLockfile(project, name) ?? parse(dependencyRange(project, name)) ?? undefined;
}

function fromNodeModules(project: Project, name: string): SemVer | undefined {
  for (const dir of foldersUp(project.app.dir)) {
    const text = project.workspace.read(joinPath(dir, "node_modules", name, "package.json"));
    const version = text && /"version"\s*:\s*"([^"]+)"/.exec(text)?.[1];
    if (version) return parse(version) ?? undefined;
  }
  return undefined;
}

function fromLockfile(project: Project, name: string): SemVer | undefined {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  for (const dir of foldersUp(project.app.dir)) {
    for (const { file, pattern } of LOCKFILES) {
      const text = project.workspace.read(joinPath(dir, file));
      if (text === undefined) continue;
      const found = new RegExp(pattern.replaceAll("{}", escaped), "m").exec(text.replaceAll("\r\n", "\n"))?.[1];
      if (found) return parse(found) ?? undefined;
    }
  }
  return undefined;
}

function fromRange(range: string | undefined): SemVer | undefined {
  if (range === undefined) return undefined;
  try {
    return minVersion(range) ?? undefined;
  } catch {
    return undefined; // `latest`, a URL, a workspace protocol: not a range
  }
}

function* foldersUp(dir: string): Generator<string> {
  for (let at = dir; ; at = parentOf(at)) {
    yield at;
    if (at === "") return;
  }
}
