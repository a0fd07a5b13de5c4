import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import packageJson from "../package.json" with { type: "json" };

const ROOT = join(import.meta.dirname, "..");

/** Why each dependency is one. A dependency without a reason, or a reason without a dependency, is an error. */
const REASONS: Record<string, string> = {
  "@babel/parser": "reads JavaScript, TypeScript and JSX, with exact positions",
  "@babel/traverse": "knows which declaration a name is bound to",
  "@clack/prompts": "asks questions, in the guide and with `--interactive`",
  commander: "reads the command line",
  diff: "finds the lines that differ, for diffs and patches",
  dotenv: "reads env files as Next.js does",
  "enhanced-resolve": "follows the `exports` of packages of the workspace",
  "fast-string-width": "measures text for tables in a terminal",
  "fast-wrap-ansi": "wraps text in a terminal",
  "fastest-levenshtein": "names the command that somebody may have meant",
  ignore: "reads .gitignore as git does",
  "path-to-regexp": "compiles a middleware's matcher as Next.js does, whose version of it this is",
  picocolors: "colors",
  picomatch: "globs: paths, and `--ignore`",
  prettier: "formats new files as the project is formatted",
  semver: "compares versions and ranges of packages",
};

interface Installed {
  version: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

/** The runtime dependencies: why, how many bytes they install, and how many packages each brings with it. */
export function dependencyRows(): { head: string[]; rows: string[][] } {
  const { packages } = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")) as { packages: Record<string, Installed> };
  const names = Object.keys(packageJson.dependencies).sort();
  const odd = [...names.filter((name) => !(name in REASONS)), ...Object.keys(REASONS).filter((name) => !names.includes(name))];
  if (odd.length > 0) throw new Error(`scripts/dependency-table.ts: no dependency, or no reason for it: ${odd.join(", ")}`);
  const all = new Set<string>();
  const rows = names.map((name) => {
    const closure = closureOf(packages, `node_modules/${name}`);
    for (const place of closure) all.add(place);
    const [own] = closure;
    return [`\`${name}\``, REASONS[name]!, packages[own!]!.version, size([own!]), String(closure.size - 1)];
  });
  const total = ["**all**", `${names.length} packages, ${all.size} with what they bring`, "", size(all), String(all.size - names.length)];
  return { head: ["Dependency", "What for", "Version", "Installs", "Brings along"], rows: [...rows, total] };
}

/** A package's place in the lockfile, then those of all that it depends on. */
function closureOf(packages: Record<string, Installed>, start: string): Set<string> {
  const found = new Set([start]);
  for (const place of found) {
    const { dependencies, optionalDependencies } = packages[place]!;
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const target = locate(packages, place, name);
      if (target !== undefined) found.add(target);
    }
  }
  return found;
}

/** As Node looks for a package: in the package's own node_modules, then in those around it. */
function locate(packages: Record<string, Installed>, from: string, name: string): string | undefined {
  for (let at = from; ; at = at.slice(0, Math.max(at.lastIndexOf("/node_modules/"), 0))) {
    const place = at === "" ? `node_modules/${name}` : `${at}/node_modules/${name}`;
    if (place in packages) return place;
    if (at === "") return undefined;
  }
}

function size(places: Iterable<string>): string {
  const kilobytes = [...places].reduce((sum, place) => sum + bytesIn(join(ROOT, place)), 0) / 1_000;
  return kilobytes < 1_000 ? `${Math.ceil(kilobytes / 10) * 10} kB` : `${(kilobytes / 1_000).toFixed(1)} MB`;
}

function bytesIn(folder: string): number {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== "node_modules")
    .reduce((sum, entry) => {
      const path = join(folder, entry.name);
      return sum + (entry.isDirectory() ? bytesIn(path) : statSync(path).size);
    }, 0);
}
