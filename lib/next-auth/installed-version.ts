import { minVersion, parse, type SemVer } from "semver";
import { fact, type Project } from "../project/project.ts";
import { joinPath, parentOf } from "../workspace/app.ts";
import { lockfiles } from "./lockfiles.ts";
import { dependencyRange } from "./version.ts";

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

const locked = fact(() => new Map<string, SemVer | undefined>());

function fromLockfile(project: Project, name: string): SemVer | undefined {
  const known = locked(project);
  if (!known.has(name)) known.set(name, readLockfile(project, name));
  return known.get(name);
}

function readLockfile(project: Project, name: string): SemVer | undefined {
  const { dir: app, packageJson } = project.app;
  for (const dir of foldersUp(app)) {
    for (const { file, patterns } of lockfiles) {
      const text = project.workspace.read(joinPath(dir, file))?.replaceAll("\r\n", "\n");
      if (text === undefined) continue;
      const folder = dir === "" ? app : app.slice(dir.length + 1);
      const wanted = { name, folder, range: dependencyRange(project, name), app: packageJson.name };
      const found = patterns(wanted)
        .map((pattern) => new RegExp(pattern, "m").exec(text)?.[1])
        .find((version) => version !== undefined);
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
