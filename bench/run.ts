/**
 * Times this tool against its peers on generated trees: `npm run bench` (half an hour; writes bench/results.json),
 * `npm run bench -- --small` (the smallest tree only), `npm run bench -- path/to/checkout`. Every round runs each tool
 * once, in turn, so that a noisy machine is noisy for all; medians and ratios are printed. Needs GNU time and ripgrep.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { spawnSync } from "node:child_process";
import { registry } from "../transforms/registry.ts";
import { generateTree, shapes } from "./generate-tree.ts";
import { measure, median, type Measurement } from "./measure.ts";
import { writeResults, type Results, type TreeResults } from "./results.ts";
import { headline, tableOf } from "./table.ts";

interface Tool {
  name: string;
  command: string;
  /** How often it is run on a large tree, where a run takes minutes. */
  roundsOnLarge?: number;
  /** The largest tree it is run on, in files: on a larger one a run takes longer than all the others together. */
  upTo?: number;
}

const REPOSITORY = join(import.meta.dirname, "..");
const ROUNDS = 3;
const cli = `node ${join(REPOSITORY, "dist/cli.mjs")}`;
const peers = installPeers();
const jscodeshift = (passes: readonly string[], flags = "") =>
  passes
    .map(
      (pass) =>
        `node ${join(peers, "node_modules/jscodeshift/bin/jscodeshift.js")} -t ${join(REPOSITORY, "bench/peers", pass)}.cjs --extensions=ts,tsx --parser=tsx --dry --silent --ignore-pattern='**/node_modules/**' ${flags} .`,
    )
    .join("; ");
const PASSES = ["extract", "inject", "wrap", "loading"];

const tools: readonly Tool[] = [
  { name: "the floor: `rg -l`, and one parse of each match", command: `rg -l next-auth . | node ${join(REPOSITORY, "bench/floor.mjs")}` },
  { name: "next-auth-codemod all", command: `${cli} all --dry --no-pager .` },
  ...registry.map(({ name }) => ({ name: `next-auth-codemod ${name}`, command: `${cli} ${name} --dry --no-pager .` })),
  { name: "next-auth-codemod doctor", command: `${cli} doctor .` },
  {
    name: "ast-grep, four rules",
    command: `${join(peers, "node_modules/.bin/ast-grep")} scan --rule ${join(REPOSITORY, "bench/peers/ast-grep/rules.yml")} .`,
  },
  {
    name: "@next/codemod, one transform",
    command: `node ${join(peers, "node_modules/@next/codemod/bin/next-codemod.js")} new-link . --dry --force`,
    upTo: 1_000,
  },
  { name: "jscodeshift, four passes, text first", command: jscodeshift(PASSES, "--textFirst=true"), roundsOnLarge: 1, upTo: 20_500 },
  { name: "jscodeshift, four passes", command: jscodeshift(PASSES), upTo: 1_000 },
];

const [argument] = process.argv.slice(2);
const command = ["npm run bench", ...(argument ? [`-- ${argument}`] : [])].join(" ");
const results: Results = {
  date: new Date().toISOString().slice(0, 10),
  machine: { cores: cpus().length, node: process.version },
  command,
  startUp: measureStartUp(),
  trees: [],
};
console.log(`${headline(results)}\n`);
if (argument && argument !== "--small") console.log(`${tableOf(measureTree(argument, resolve(argument)))}\n`);
else {
  for (const shape of argument === "--small" ? shapes.slice(0, 1) : shapes) {
    const folder = mkdtempSync(join(tmpdir(), "bench-tree-"));
    generateTree(folder, shape);
    results.trees.push(measureTree(shape.name, folder));
    console.log(`${tableOf(results.trees.at(-1)!)}\n`);
    rmSync(folder, { recursive: true });
    if (argument === undefined) writeResults(results);
  }
}

/** How many times as long as a bare Node.js `--version` takes. */
function measureStartUp(): number {
  const taken = (shell: string) => measure(shell, REPOSITORY).wall;
  const pairs = Array.from({ length: 21 }, () => [taken("node -e 0"), taken(`${cli} --version`)] as const);
  return median(pairs.map(([, version]) => version)) / median(pairs.map(([bare]) => bare));
}

function measureTree(name: string, folder: string): TreeResults {
  const count = (shell: string) => Number(measure(shell, folder).output);
  const files = count("rg --files --hidden . | wc -l");
  const taken = new Map<Tool, Measurement[]>(tools.filter(({ upTo = Infinity }) => files <= upTo).map((tool) => [tool, []]));
  for (let round = 0; round < ROUNDS; round++)
    for (const [tool, runs] of taken)
      if (round < (files > 10_000 ? (tool.roundsOnLarge ?? ROUNDS) : ROUNDS)) runs.push(measure(tool.command, folder));
  const [floor] = taken.values();
  const middle = (runs: readonly Measurement[], figure: "wall" | "cpu") => median(runs.map((run) => run[figure]));
  const rows = [...taken].map(([tool, runs]) => ({
    tool: tool.name,
    wall: middle(runs, "wall") / middle(floor!, "wall"),
    cpu: middle(runs, "cpu") / middle(floor!, "cpu"),
    memory: median(runs.map(({ memory }) => memory)),
    runs: runs.length,
  }));
  return { name, files, matches: count("rg -l next-auth . | wc -l"), floor: middle(floor!, "wall"), rows };
}

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
