import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { installDependencies } from "./install.ts";
import { example } from "./places.ts";
import { findFreePort, run, serve, type Finished, type Running } from "./processes.ts";
import { pinVersions, type NextMajor } from "./versions.ts";

/** A copy of the example that may be changed, built and run. */
export interface App {
  directory: string;
  major: NextMajor;
  /** Where it is served below the host: "" or "/club". */
  basePath: string;
}

/** Turns the example into another app, in place. */
export type Variant = (app: App) => void;

export interface Server extends Running {
  url: string;
}

/** Copies the example, gives it its versions and applies the variants in order. */
export async function createApp(major: NextMajor, ...variants: Variant[]): Promise<App> {
  const home = join(await installDependencies(major), "apps");
  mkdirSync(home, { recursive: true });
  const directory = mkdtempSync(join(home, "app-"));
  const leftOut = new Set(["node_modules", ".next", ".env.local", "next-env.d.ts"]);
  cpSync(example, directory, { recursive: true, filter: (from) => !leftOut.has(basename(from)) });
  const app: App = { directory, major, basePath: "" };
  writeFile(app, "package.json", pinVersions(readFile(app, "package.json"), major));
  for (const variant of variants) variant(app);
  return app;
}

export function removeApp(app: App): void {
  rmSync(app.directory, { recursive: true, force: true, maxRetries: 3 });
}

/** Runs `next build`; a failing build is an answer, not an error. */
export function buildApp(app: App): Promise<Finished> {
  return run(process.execPath, [nextCommand(app), "build"], { cwd: app.directory, timeout: 300_000 });
}

/** Builds the app and says why when that fails. */
export async function buildOrThrow(app: App): Promise<void> {
  const { code, output } = await buildApp(app);
  if (code !== 0) throw new Error(`next build failed in ${app.directory}:\n${output}`);
}

/** Serves a built app (`start`) or the sources as they are (`dev`) on a free port. */
export async function serveApp(
  app: App,
  mode: "start" | "dev" = "start",
  env: (url: string) => Record<string, string> = (url) => addressOf(app, url),
): Promise<Server> {
  const port = await findFreePort();
  const url = `http://localhost:${port}${app.basePath}`;
  const server = await serve(process.execPath, [nextCommand(app), mode, "--port", String(port)], {
    cwd: app.directory,
    env: env(url),
    url: `${url}/login`,
  });
  return { ...server, url };
}

/** Where next-auth is told that the app is: beats the port in .env.local, which cannot know which one is free here. */
export function addressOf(app: App, url: string): { NEXTAUTH_URL: string } {
  return { NEXTAUTH_URL: app.basePath ? `${url}/api/auth` : url };
}

/** Every file of the app, as paths from its root with `/`. */
export function listFiles(app: App): string[] {
  return readdirSync(app.directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(app.directory, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
}

/** The text of a file of the app. */
export function readFile(app: App, path: string): string {
  return readFileSync(join(app.directory, path), "utf8");
}

/** Writes a file of the app, with the folders it needs. */
export function writeFile(app: App, path: string, text: string): void {
  const file = join(app.directory, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Changes a file of the app; a change that changes nothing is a variant gone stale. */
export function editFile(app: App, path: string, edit: (text: string) => string): void {
  const before = readFile(app, path);
  const after = edit(before);
  if (after === before) throw new Error(`${path} of the example has changed: the edit no longer fits`);
  writeFile(app, path, after);
}

export function hasFile(app: App, path: string): boolean {
  return existsSync(join(app.directory, path));
}

function nextCommand(app: App): string {
  return join(app.directory, "..", "..", "node_modules", "next", "dist", "bin", "next");
}
