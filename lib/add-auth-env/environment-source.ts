import { join } from "node:path";
import { envFileNames } from "../next-auth/env-files.ts";
import { nextConfig } from "../next-auth/next-config.ts";
import type { Project } from "../project/project.ts";
import { joinPath, parentOf } from "../workspace/app.ts";
import { isSymbolicLink } from "../workspace/file-status.ts";
import { scriptsIn } from "./values.ts";

/** Programs that make the environment before Next.js starts. */
const LOADERS = /\b(?:dotenv|dotenvx|env-cmd|doppler|infisical|chamber|with-env|varlock|op\s+run)\b/;

/**
 * The file that says that the app's environment does not come from its `.env*` files alone: a script that starts it
 * through a loader (in a monorepo's root too), a next.config that reads other files, an env file that is a link.
 */
export function environmentSource(project: Project): string | undefined {
  const { root } = project.workspace;
  for (let dir = project.app.dir; ; dir = parentOf(dir)) {
    const path = joinPath(dir, "package.json");
    if (LOADERS.test(startingScripts(scriptsIn(project, path)))) return path;
    if (dir === "") break;
  }
  const config = nextConfig(project)?.file;
  if (config && /\bdotenv|\bloadEnvConfig\b/.test(config.text)) return config.path;
  const files = new Set([...envFileNames("development"), ...envFileNames("production")]);
  return [...files].map((name) => joinPath(project.app.dir, name)).find((path) => isSymbolicLink(join(root, path)));
}

/** `dev`, `start` and `build`, with the scripts that they call. */
function startingScripts(scripts: Readonly<Record<string, string>>): string {
  const reached = new Set(["dev", "start", "build"].filter((name) => scripts[name] !== undefined));
  for (const name of reached) for (const word of scripts[name]!.split(/\s+/)) if (Object.hasOwn(scripts, word)) reached.add(word);
  return [...reached].map((name) => scripts[name]).join("\n");
}
