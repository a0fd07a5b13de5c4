import { gte } from "semver";
import { environmentOf } from "../next-auth/env-files.ts";
import { installedVersion } from "../next-auth/installed-version.ts";
import { nextConfig } from "../next-auth/next-config.ts";
import { optionObjects } from "../next-auth/option-fields.ts";
import { authRoutes } from "../next-auth/route-handler.ts";
import { secretSource } from "../next-auth/secret-source.ts";
import type { Project } from "../project/project.ts";
import { propertyValue } from "../syntax/expressions.ts";
import type { Report } from "../transform.ts";

/** Variables of which one has to be set. */
export interface Need {
  /** The one to add where none is set. */
  name: string;
  anyOf: readonly string[];
  kind: "secret" | "url";
}

/** https://github.com/nextauthjs/next-auth/releases/tag/next-auth%404.24.10 */
const AUTH_SECRET_SINCE = "4.24.10";

/** What the app's next-auth reads from its environment. Nothing where the app has no auth route: its secret is another app's. */
export function needsOf(project: Project, report: Report): Need[] {
  if (authRoutes(project).length === 0) return [];
  const needs: Need[] = [];
  const add = (need: Need) => {
    const isNew = !needs.some(({ name }) => name === need.name);
    if (isNew && !need.anyOf.some((name) => isInNextConfig(project, name))) needs.push(need);
  };
  const objects = optionObjects(project);
  const sources = objects.map((options) => secretSource(project, options));
  for (const source of sources) {
    if (source.kind === "default") add({ name: "NEXTAUTH_SECRET", anyOf: defaultSecrets(project), kind: "secret" });
    if (source.kind !== "env" || source.fallback) continue;
    add({ name: source.names.includes("NEXTAUTH_SECRET") ? "NEXTAUTH_SECRET" : source.names[0]!, anyOf: source.names, kind: "secret" });
  }
  const unread = objects.find((_, i) => sources[i]!.kind === "unknown");
  const isSet = environmentOf(project).state("NEXTAUTH_SECRET", "development") === "set";
  if (!isSet && (unread || objects.length === 0))
    report.finding(
      "env-secret-unreadable",
      unread?.file ?? authRoutes(project)[0]!.file,
      unread?.object,
      "Where these options take their secret from could not be read, so no secret was added.",
    );
  add({ name: "NEXTAUTH_URL", anyOf: ["NEXTAUTH_URL"], kind: "url" });
  return needs;
}

function defaultSecrets(project: Project): string[] {
  const version = installedVersion(project, "next-auth");
  return version && gte(version, AUTH_SECRET_SINCE) ? ["NEXTAUTH_SECRET", "AUTH_SECRET"] : ["NEXTAUTH_SECRET"];
}

/** `env: { NEXTAUTH_SECRET: … }` of next.config is built into the code. */
function isInNextConfig(project: Project, name: string): boolean {
  const env = nextConfig(project)?.setting("env");
  return env !== undefined && propertyValue(env, name) !== undefined;
}
