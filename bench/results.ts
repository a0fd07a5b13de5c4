import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const FILE = join(import.meta.dirname, "results.json");

/** One tool on one tree: medians of its runs. */
export interface Row {
  tool: string;
  /** Wall time, as a multiple of the floor's. */
  wall: number;
  /** User and system time of all processes, as a multiple of the floor's. */
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
  /** Seconds that the floor took: what everything else is measured by. */
  floor: number;
  rows: Row[];
  /** Of the smallest tree. */
  work?: SameWork[];
}

/** What one transform edits, against what the peers' passes for the same work would edit. */
export interface SameWork {
  transform: string;
  /** How many files this tool edits. */
  files: number;
  jscodeshift: PeerWork;
  astGrep: PeerWork;
}

export interface PeerWork {
  files: number;
  /** How many of them this tool edits too. */
  shared: number;
}

/** What one run of the benchmark measured. */
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
