import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Measurement {
  /** Seconds. */
  wall: number;
  /** Seconds of user and system time. */
  cpu: number;
  /** Megabytes: the largest process. */
  memory: number;
  status: number | null;
  output: string;
}

/** Runs a shell command as a whole process tree under GNU time. */
export function measure(command: string, cwd: string): Measurement {
  const folder = mkdtempSync(join(tmpdir(), "bench-time-"));
  const file = join(folder, "time");
  const { status, stdout } = spawnSync("/usr/bin/time", ["-o", file, "-f", "%e %U %S %M", "sh", "-c", command], {
    cwd,
    encoding: "utf8",
    maxBuffer: 1 << 30,
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [wall = NaN, user = NaN, system = NaN, kilobytes = NaN] = readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .at(-1)!
    .split(" ")
    .map(Number);
  rmSync(folder, { recursive: true });
  return { wall, cpu: user + system, memory: kilobytes / 1024, status, output: stdout };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
