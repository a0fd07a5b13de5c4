import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import { registry } from "../transforms/registry.ts";

export interface Tool {
  name: string;
  command: string;
  /** How often it is run on a large tree, where a run takes minutes. */
  roundsOnLarge?: number;
  /** The largest tree it is run on, in files: on a larger one a run takes longer than all the others together. */
  upTo?: number;
}

const REPOSITORY = join(import.meta.dirname, "..");
const peers = installPeers();
const packages = join(peers, "node_modules");

/** The passes of a first version of this tool, as they would be written with jscodeshift's own means. */
export const PASSES = {
  extract: "extract-auth-options",
  inject: "inject-auth-options",
  wrap: "wrap-root-layout",
  loading: "add-loading-branches",
};
export type Pass = keyof typeof PASSES;

export const cli = `node ${join(REPOSITORY, "dist/cli.mjs")}`;
export const astGrep = `${join(packages, ".bin/ast-grep")} scan --config ${join(REPOSITORY, "bench/peers/ast-grep/sgconfig.yml")}`;
export const jscodeshift = (pass: string, flags = "") =>
  `node ${join(packages, "jscodeshift/bin/jscodeshift.js")} -t ${join(REPOSITORY, "bench/peers", pass)}.cjs --extensions=ts,tsx --parser=tsx --dry --ignore-pattern='**/node_modules/**' ${flags} .`;
const fourPasses = (flags: string) =>
  Object.keys(PASSES)
    .map((pass) => jscodeshift(pass, `--silent ${flags}`))
    .join("; ");

export const tools: readonly Tool[] = [
  { name: "the floor: `rg -l`, and one parse of each match", command: `rg -l next-auth . | node ${join(REPOSITORY, "bench/floor.mjs")}` },
  { name: "next-auth-codemod all", command: `${cli} all --dry --no-pager .` },
  ...registry.map(({ name }) => ({ name: `next-auth-codemod ${name}`, command: `${cli} ${name} --dry --no-pager .` })),
  { name: "next-auth-codemod doctor", command: `${cli} doctor .` },
  { name: "ast-grep, four rules", command: `${astGrep} .` },
  {
    name: "@next/codemod, one transform",
    command: `node ${join(packages, "@next/codemod/bin/next-codemod.js")} new-link . --dry --force`,
    roundsOnLarge: 1,
    upTo: 20_500,
  },
  { name: "jscodeshift, four passes, text first", command: fourPasses("--textFirst=true"), roundsOnLarge: 1 },
  { name: "jscodeshift, four passes", command: fourPasses(""), roundsOnLarge: 1, upTo: 20_500 },
];

/** The peers are no dependencies of the project: they are installed once, beside its packages. */
function installPeers(): string {
  const folder = join(REPOSITORY, "node_modules/.cache/bench-peers");
  if (!existsSync(join(folder, "node_modules"))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), "{}");
    spawnSync(
      "npm",
      ["install", "--no-fund", "--no-audit", "--silent", "jscodeshift@17.4.0", "@ast-grep/cli@0.51.1", "@next/codemod@16.4.3"],
      { cwd: folder, stdio: "inherit" },
    );
  }
  return folder;
}
