import { chmodSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { build } from "tsdown";
import packageJson from "../../package.json" with { type: "json" };
import { drawn } from "../generators/draw.ts";
import { wholeApp } from "../generators/whole-app.ts";
import { git } from "./project.ts";
import { recipe } from "./recipes.ts";
import { layFiles } from "./scratch.ts";

const REPOSITORY = join(import.meta.dirname, "../..");

/** The folder of each app, the last of which takes its options from a package. */
export const apps = Array.from({ length: 20 }, (_, i) => `apps/app-${String(i + 1).padStart(2, "0")}`);
export const appWithPackage = apps.at(-1)!;

/** A monorepo of twenty apps with something to do in each, and the tasks of docs/fleet.md; not a repository yet. */
export function monorepo(): Record<string, string> {
  const generated = fc.sample(drawn(wholeApp), { seed: 20, numRuns: apps.length });
  const files: Record<string, string> = {
    "package.json": json({
      name: "reading-rooms",
      private: true,
      packageManager: "npm@11.0.0",
      workspaces: ["apps/*", "packages/*"],
      devDependencies: { "next-auth-codemod": packageJson.version },
    }),
    ".gitignore": recipe(".gitignore"),
    "turbo.json": recipe("turbo.json"),
    "nx.json": recipe("nx.json"),
    ".nxignore": recipe(".nxignore"),
    "packages/auth/package.json": json({ name: "@rooms/auth", version: "0.0.0", main: "./index.ts" }),
    "packages/auth/index.ts":
      'import type { NextAuthOptions } from "next-auth";\n\nexport const authOptions: NextAuthOptions = { providers: [] };\n',
  };
  for (const [i, app] of apps.entries()) {
    const own = { ...generated[i]!, ...(app === appWithPackage ? takingOptionsFromPackage(generated[i]!) : {}) };
    for (const [path, content] of Object.entries(own)) files[`${app}/${path}`] = content;
    const manifest = JSON.parse(own["package.json"]!.replace(/^\uFEFF/, "")) as { dependencies: Record<string, string> };
    if (app === appWithPackage) manifest.dependencies["@rooms/auth"] = "0.0.0";
    files[`${app}/package.json`] = json({ name: nameOf(app), version: "0.0.0", ...manifest, ...JSON.parse(recipe("package.json")) });
    files[`${app}/.env.local`] = "NEXTAUTH_SECRET=of-the-test\nNEXTAUTH_URL=http://localhost:3000\n";
  }
  return { ...files, "package-lock.json": lockfile(files) };
}

export function nameOf(app: string): string {
  return app.replace("apps/", "");
}

function takingOptionsFromPackage(files: Record<string, string>): Record<string, string> {
  const route = Object.keys(files).find((path) => path.endsWith("route.ts"))!;
  return {
    [route]:
      'import NextAuth from "next-auth";\nimport { authOptions } from "@rooms/auth";\n\nconst handler = NextAuth(authOptions);\n\nexport { handler as GET, handler as POST };\n',
  };
}

/** What npm would write: from it the engines know which version of a package each app gets. */
export function lockfile(files: Record<string, string>, version = packageJson.version): string {
  const packages: Record<string, object> = {};
  for (const [path, content] of Object.entries(files)) {
    if (!/^(?:\w+\/[\w-]+\/)?package\.json$/.test(path)) continue;
    const { name, ...manifest } = JSON.parse(content) as { name: string };
    const folder = path.replace(/\/?package\.json$/, "");
    packages[folder] = { name, ...manifest };
    if (folder !== "") packages[`node_modules/${name}`] = { resolved: folder, link: true };
  }
  const external = { next: "14.2.0", "next-auth": "4.24.15", react: "18.3.1", "next-auth-codemod": version };
  for (const [name, one] of Object.entries(external)) packages[`node_modules/${name}`] = { version: one };
  return json({ name: "reading-rooms", lockfileVersion: 3, requires: true, packages });
}

/** Installs the tool as it is now in a project's node_modules. */
export async function install(root: string): Promise<void> {
  const modules = join(root, "node_modules");
  await buildTool(join(modules, "next-auth-codemod"));
  mkdirSync(join(modules, ".bin"), { recursive: true });
  symlinkSync("../next-auth-codemod/dist/cli.mjs", join(modules, ".bin/next-auth-codemod"));
}

/** Builds the command line into a folder, and returns its file. */
export async function buildTool(folder: string): Promise<string> {
  const entry = { cli: join(REPOSITORY, "bin/next-auth-codemod.ts") };
  const outDir = join(folder, "dist");
  await build({ config: false, cwd: REPOSITORY, entry, outDir, platform: "node", target: "node20", dts: false, logLevel: "error" });
  symlinkSync(join(REPOSITORY, "node_modules"), join(folder, "node_modules"));
  chmodSync(join(outDir, "cli.mjs"), 0o755);
  return join(outDir, "cli.mjs");
}

/** The monorepo's files on the disk. */
export function layMonorepo(root: string): Record<string, string> {
  const files = monorepo();
  layFiles(root, files);
  return files;
}

/** Makes a repository of a folder, without what git is told to ignore. */
export function commitTree(root: string): void {
  git(root, "init", "-q");
  git(root, "add", "-A");
  git(root, "commit", "-qm", "before");
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
