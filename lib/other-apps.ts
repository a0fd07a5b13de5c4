import { authVersion } from "./next-auth/version.ts";
import type { Project } from "./project/project.ts";
import type { RunReport } from "./report.ts";
import { joinPath } from "./workspace/app.ts";

/**
 * Tells of an app without next-auth, or with Auth.js v5: it is left alone.
 *
 * @returns whether it is one
 */
export function toldAsOther(project: Project, report: RunReport): boolean {
  const version = authVersion(project);
  const packageJson = joinPath(project.app.dir, "package.json");
  const told = report.for(undefined);
  if (version === "v5") {
    const message = "This app uses Auth.js v5 (next-auth 5), which keeps its session in another way. It was left alone.";
    told.finding("auth-js-v5", packageJson, undefined, message);
  }
  if (version === "none")
    told.finding("next-auth-missing", packageJson, undefined, "This app neither depends on next-auth nor imports it.");
  return version !== "v4";
}
