import { parentOf, type PackageJson } from "../workspace/app.ts";
import type { Workspace } from "../workspace/workspace.ts";

export interface WorkspacePackage {
  dir: string;
  hasExports: boolean;
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
          const { name, exports } = JSON.parse(workspace.read(path) ?? "{}") as PackageJson & { exports?: unknown };
          return name === undefined ? [] : [[name, { dir: parentOf(path), hasExports: exports !== undefined }] as const];
        } catch {
          return [];
        }
      }),
    );
    known.set(workspace.ground, packages);
  }
  return packages;
}
