import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const FILE = join(import.meta.dirname, "results.json");

/** One tool on one tree: medians of its runs. */
export interface Row {
  tool: string;
  /** Seconds. */
  wall: number;
  /** Seconds of user and system time, in all processes. */
  cpu: number;
  /** Megabytes: the largest process. */
  memory: number;
  runs: number;
}

export interface TreeResults {
  name: string;
  /** Files in all. */
  files: number;
  /** Files that mention next-auth. */
  matches: number;
  rows: Row[];
}

/** What one run of the benchmark measured. The first row of every tree is the floor. */
export interface Results {
  date: string;
  machine: { cores: number; node: string };
  command: string;
  /** `--version` against a bare Node.js, in wall time. */
  startUp: number;
  trees: TreeResults[];
}

export function readResults(): Results {
  return JSON.parse(readFileSync(FILE, "utf8")) as Results;
}

export function writeResults(results: Results): void {
  writeFileSync(FILE, `${JSON.stringify(results, undefined, 2)}\n`);
}
