/**
 * Times this tool against its peers on generated trees: `npm run bench`, `npm run bench -- --small` (the smallest
 * tree only), `npm run bench -- path/to/checkout`. Every round runs each tool once, in turn, so that a noisy machine
 * is noisy for all; medians and ratios are printed. Needs GNU time and ripgrep.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { spawnSync } from "node:child_process";
import { generateTree, shapes } from "./generate-tree.ts";
import { measure, median, type Measurement } from "./measure.ts";

interface Tool {
  name: string;
  command: string;
  /** Minutes a run on a large tree: these are measured once, there. */
  slow?: boolean;
}

const REPOSITORY = join(import.meta.dirname, "..");
const ROUNDS = 5;
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
  { name: "floor: rg -l + parse each match", command: `rg -l next-auth . | node ${join(REPOSITORY, "bench/floor.mjs")}` },
  { name: "next-auth-codemod all --dry", command: `${cli} all --dry .` },
  { name: "next-auth-codemod inject-auth-options --dry", command: `${cli} inject-auth-options --dry .` },
  { name: "next-auth-codemod doctor", command: `${cli} doctor .` },
  {
    name: "ast-grep, four rules",
    command: `${join(peers, "node_modules/.bin/ast-grep")} scan --rule ${join(REPOSITORY, "bench/peers/ast-grep/rules.yml")} .`,
  },
  {
    name: "@next/codemod, one transform",
    command: `node ${join(peers, "node_modules/@next/codemod/bin/next-codemod.js")} new-link . --dry --force`,
    slow: true,
  },
  { name: "jscodeshift, four passes, text first", command: jscodeshift(PASSES, "--textFirst=true"), slow: true },
  { name: "jscodeshift, four passes", command: jscodeshift(PASSES), slow: true },
];

const [argument] = process.argv.slice(2);
const trees =
  argument && argument !== "--small"
    ? [{ name: argument, folder: resolve(argument) }]
    : shapes.slice(0, argument === "--small" ? 1 : undefined).map((shape) => ({ name: shape.name, shape }));
console.log(`${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores, Node.js ${process.version}\n`);
const results = [];
for (const tree of trees) {
  const folder = "folder" in tree ? tree.folder : mkdtempSync(join(tmpdir(), "bench-tree-"));
  if ("shape" in tree) generateTree(folder, tree.shape);
  const rows = time(folder);
  print(tree.name, rows);
  results.push({ tree: tree.name, files: "shape" in tree ? tree.shape.files : undefined, rows });
  if ("shape" in tree) rmSync(folder, { recursive: true });
}
if (argument === undefined)
  writeFileSync(
    join(REPOSITORY, "bench/results.json"),
    `${JSON.stringify({ date: new Date().toISOString().slice(0, 10), cores: cpus().length, node: process.version, results }, undefined, 2)}\n`,
  );

type Row = { tool: string; wall: number; cpu: number; memory: number; runs: number };

function time(folder: string): Row[] {
  const large = measure("find . -type f | wc -l", folder).output.trim().length > 4;
  const taken = new Map<Tool, Measurement[]>(tools.map((tool) => [tool, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const tool of tools) if (round === 0 || !(tool.slow && large)) taken.get(tool)!.push(measure(tool.command, folder));
  }
  return [...taken].map(([{ name }, runs]) => ({
    tool: name,
    wall: median(runs.map(({ wall }) => wall)),
    cpu: median(runs.map(({ cpu }) => cpu)),
    memory: median(runs.map(({ memory }) => memory)),
    runs: runs.length,
  }));
}

function print(name: string, rows: readonly Row[]): void {
  const [floor] = rows;
  console.log(`### ${name}\n\n| tool | wall, floor = 1 | CPU, floor = 1 | peak memory | runs |\n| --- | ---: | ---: | ---: | ---: |`);
  for (const { tool, wall, cpu, memory, runs } of rows)
    console.log(`| ${tool} | ${(wall / floor!.wall).toFixed(2)} | ${(cpu / floor!.cpu).toFixed(2)} | ${memory.toFixed(0)} MB | ${runs} |`);
  console.log(`\nThe floor took ${floor!.wall.toFixed(2)} s.\n`);
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
