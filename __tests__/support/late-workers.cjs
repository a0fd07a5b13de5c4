/**
 * Loaded before jscodeshift: gives it four cores, so that it forks workers anywhere, and lets the first worker finish
 * all its files before another one starts.
 */
const { existsSync, mkdirSync, rmSync, writeFileSync } = require("node:fs");
const os = require("node:os");
const { join } = require("node:path");

os.cpus = () => new Array(4).fill({});

if (/Worker\.js$/.test(process.argv[1] ?? "")) {
  const turn = join(os.tmpdir(), `late-workers-${process.ppid}`);
  try {
    mkdirSync(turn);
    process.once("exit", () => writeFileSync(join(turn, "over"), ""));
  } catch {
    const nap = new Int32Array(new SharedArrayBuffer(4));
    while (!existsSync(join(turn, "over"))) Atomics.wait(nap, 0, 0, 50);
    process.once("exit", () => rmSync(turn, { recursive: true, force: true }));
  }
}
