import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

type Call = (...args: unknown[]) => unknown;

/** Does some work, and tells which files were opened or read meanwhile by calls of node:fs, by whoever. */
export async function filesRead(work: () => Promise<unknown>): Promise<string[]> {
  const read = new Set<string>();
  const undo: (() => void)[] = [];
  const watch = (object: object, names: readonly string[]) => {
    const calls = object as Record<string, Call>;
    for (const name of names) {
      const original = calls[name]!;
      calls[name] = function (this: unknown, ...args: unknown[]) {
        if (typeof args[0] === "string" || args[0] instanceof URL || Buffer.isBuffer(args[0])) read.add(pathOf(args[0]));
        return original.apply(this, args);
      };
      undo.push(() => void (calls[name] = original));
    }
  };
  watch(fs, ["openSync", "open", "readFileSync", "readFile", "createReadStream"]);
  watch(fs.promises, ["open", "readFile"]);
  syncBuiltinESMExports();
  try {
    await work();
  } finally {
    for (const back of undo) back();
    syncBuiltinESMExports();
  }
  return [...read].sort();
}

function pathOf(path: string | URL | Buffer): string {
  return path instanceof URL ? decodeURIComponent(path.pathname) : path.toString();
}
