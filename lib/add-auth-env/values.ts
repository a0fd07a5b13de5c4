import { randomBytes } from "node:crypto";
import { basePathOf } from "../next-auth/next-config.ts";
import type { Project } from "../project/project.ts";
import { joinPath } from "../workspace/app.ts";
import type { Need } from "./needs.ts";

const secrets = new Map<string, string>();

/** The value that a variable gets: the same for a file as long as the process runs, so that what was planned is what is written. */
export function valueFor(project: Project, { name, kind }: Need, path: string): string {
  return kind === "secret" ? secretFor(`${project.workspace.root}\0${path}\0${name}`) : localUrl(project);
}

/** 32 random bytes, as `openssl rand -base64 32` gives them. https://next-auth.js.org/configuration/options#nextauth_secret */
function secretFor(key: string): string {
  let secret = secrets.get(key);
  if (secret === undefined) secrets.set(key, (secret = randomBytes(32).toString("base64")));
  return secret;
}

/** Where `next dev` serves the app. With a base path the whole way to next-auth has to be given. */
function localUrl(project: Project): string {
  const script = scriptsIn(project, joinPath(project.app.dir, "package.json")).dev ?? "";
  const port = /(?:\s-p|--port|\bPORT)[=\s]*(\d+)/.exec(script)?.[1] ?? "3000";
  const scheme = script.includes("--experimental-https") ? "https" : "http";
  const basePath = basePathOf(project);
  return `${scheme}://localhost:${port}${basePath === "" ? "" : `${basePath}/api/auth`}`;
}

/** The scripts of a package.json; none where it is not there or broken. */
export function scriptsIn(project: Project, path: string): Readonly<Record<string, string>> {
  try {
    const { scripts } = JSON.parse(project.workspace.read(path) ?? "{}") as { scripts?: Record<string, string> };
    return scripts ?? {};
  } catch {
    return {};
  }
}
