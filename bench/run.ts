/**
 * Times this tool against its peers on generated trees: `npm run bench` (half an hour; writes bench/results.json),
 * `npm run bench -- --small` (the smallest tree only), `npm run bench -- path/to/checkout`. Every round runs each tool
 * once, in turn, so that a noisy machine is noisy for all; medians and ratios are printed, and for the smallest tree which
 * files each would change. Needs GNU time and ripgrep.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { generateTree, shapes } from "./generate-tree.ts";
import { measure, median, type Measurement } from "./measure.ts";
import { writeResults, type Results, type TreeResults } from "./results.ts";
import { compareWork } from "./same-work.ts";
import { headline, tableOf } from "./table.ts";
import { cli, tools, type Tool } from "./tools.ts";

const REPOSITORY = join(import.meta.dirname, "..");
const ROUNDS = 3;

const [argument] = process.argv.slice(2);
const command = ["npm run bench", ...(argument ? [`-- ${argument}`] : [])].join(" ");
const results: Results = {
  date: new Date().toISOString().slice(0, 10),
  machine: { cores: cpus().length, node: process.version },
  command,
  startUp: rounded(measureStartUp()),
  trees: [],
};
console.log(`${headline(results)}\n`);
if (argument && argument !== "--small") console.log(`${tableOf(measureTree(argument, resolve(argument)))}\n`);
else {
  for (const shape of argument === "--small" ? shapes.slice(0, 1) : shapes) {
    const folder = mkdtempSync(join(tmpdir(), "bench-tree-"));
    generateTree(folder, shape);
    const tree = measureTree(shape.name, folder);
    results.trees.push(shape === shapes[0] ? { ...tree, work: compareWork(folder) } : tree);
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
    wall: rounded(middle(runs, "wall") / middle(floor!, "wall")),
    cpu: rounded(middle(runs, "cpu") / middle(floor!, "cpu")),
    memory: Math.round(median(runs.map(({ memory }) => memory))),
    runs: runs.length,
  }));
  return { name, files, matches: count("rg -l next-auth . | wc -l"), floor: middle(floor!, "wall"), rows };
}

function rounded(ratio: number): number {
  return Math.round(ratio * 100) / 100;
}
