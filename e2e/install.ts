import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cache, example } from "./places.ts";
import { run } from "./processes.ts";
import { pinVersions, type NextMajor } from "./versions.ts";

/**
 * Installs what the example needs on one Next.js major and returns the folder. Apps are copied
 * below it, so that Node finds the packages in the folder above: no copy, no symbolic link
 * (Turbopack refuses a linked node_modules).
 */
export async function installDependencies(major: NextMajor): Promise<string> {
  const folder = join(cache, `next-${major}`);
  const manifest = pinVersions(readFileSync(join(example, "package.json"), "utf8"), major);
  const stamp = join(folder, "installed.json");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === manifest) return folder;

  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), manifest);
  const { code, output } = await run("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: folder,
  });
  if (code !== 0) throw new Error(`npm install for Next.js ${major} failed in ${folder}:\n${output}`);
  // Before it writes a secret the tool asks git what is ignored, as it would in a real project.
  // Here and not in the app: Next.js 16 looks for packages no further up than the repository.
  await run("git", ["init", "--quiet"], { cwd: folder });
  writeFileSync(stamp, manifest);
  return folder;
}
