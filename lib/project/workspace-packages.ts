import { parentOf, type PackageJson } from "../workspace/app.ts";
import type { Workspace } from "../workspace/workspace.ts";

export interface WorkspacePackage {
  dir: string;
  hasExports: boolean;
  /** The names of all it depends on. */
  dependencies: readonly string[];
}

const known = new WeakMap<object, ReadonlyMap<string, WorkspacePackage>>();

/** The packages of the workspace by name: every package.json below its root that has one. */
export function findPackages(workspace: Workspace): ReadonlyMap<string, WorkspacePackage> {
  let packages = known.get(workspace.ground);
  if (packages === undefined) {
    packages = new Map(
      workspace.files().flatMap((path) => {
        if (path !== "package.json" && !path.endsWith("/package.json")) return [];
        try {
          const json = JSON.parse(workspace.read(path) ?? "{}") as PackageJson & { exports?: unknown };
          if (json.name === undefined) return [];
          return [
            [json.name, { dir: parentOf(path), hasExports: json.exports !== undefined, dependencies: dependencyNames(json) }] as const,
          ];
        } catch {
          return [];
        }
      }),
    );
    known.set(workspace.ground, packages);
  }
  return packages;
}

/** The packages of the workspace that an app depends on, directly or through others. */
export function packagesUsedBy(workspace: Workspace, packageJson: PackageJson): WorkspacePackage[] {
  const packages = findPackages(workspace);
  const used = new Set<WorkspacePackage>();
  const add = (names: readonly string[]) => {
    for (const name of names) {
      const found = packages.get(name);
      if (found === undefined || used.has(found)) continue;
      used.add(found);
      add(found.dependencies);
    }
  };
  add(dependencyNames(packageJson));
  return [...used];
}

function dependencyNames({ dependencies, devDependencies, peerDependencies }: PackageJson): string[] {
  return [dependencies, devDependencies, peerDependencies].flatMap((group) => Object.keys(group ?? {}));
}

/** The package that a specifier names: `@acme/auth` of `@acme/auth/options`. */
export function packageName(specifier: string): string {
  return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
}
