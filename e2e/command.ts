import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { App } from "./app.ts";
import { cache, repository } from "./places.ts";
import { run, type Finished } from "./processes.ts";

/** The transforms in the order in which `all` runs them. */
export const transforms = [
  "extract-auth-options",
  "inject-auth-options",
  "wrap-root-layout",
  "add-loading-branches",
  "fix-middleware",
  "use-jwt-strategy",
  "add-auth-env",
] as const;

export type TransformName = (typeof transforms)[number];

let packed: Promise<string> | undefined;

/**
 * Packs this repository and installs the archive in an empty folder, as a user gets it; returns
 * the path of the command. Only that way a file missing from the package is noticed. E2E_COMMAND
 * names one that is there already.
 */
export function findCommand(): Promise<string> {
  const given = process.env["E2E_COMMAND"];
  if (given) return Promise.resolve(given);
  return (packed ??= packCommand());
}

/** Runs the command line over an app. */
export async function runCommand(app: App, args: string[]): Promise<Finished> {
  return run(process.execPath, [await findCommand(), ...args], { cwd: app.directory, timeout: 120_000 });
}

/** Repairs an app with one transform, or with all of them. */
export async function repair(app: App, ...names: (TransformName | "all")[]): Promise<void> {
  for (const name of names) {
    const { code, output } = await runCommand(app, [name, app.directory, "--force"]);
    if (code !== 0) throw new Error(`${name} ended with ${code} in ${app.directory}:\n${output}`);
  }
}

async function packCommand(): Promise<string> {
  // One folder a process: two test runs must not pull the command from under each other.
  const folder = join(cache, `command-${process.pid}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  await runOrThrow("npm", ["pack", "--loglevel=error", "--pack-destination", folder], repository);
  const { name, version } = readManifest(repository);
  const archive = join(folder, `${name}-${version}.tgz`);
  await runOrThrow("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error", archive], folder);
  const installed = join(folder, "node_modules", name);
  const { bin } = readManifest(installed);
  const path = typeof bin === "string" ? bin : bin[name];
  if (!path) throw new Error(`The package ${name} has no command called ${name}.`);
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return join(installed, path);
}

async function runOrThrow(command: string, args: string[], cwd: string): Promise<void> {
  const { code, output } = await run(command, args, { cwd });
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${code}:\n${output}`);
}

interface Manifest {
  name: string;
  version: string;
  bin: string | Record<string, string>;
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
}
