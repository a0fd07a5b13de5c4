import { nodeFileSystem, type FileSystem } from "../../lib/changes/file-system.ts";

/** What happens at one call of the file system, or from it on. */
export interface Fault {
  /** The call's number, counted from 0. */
  at: number;
  /**
   * `fails`: this one call, with nothing done. `failed-late`: this one call, after it was done. `full`: everything that
   * needs space, from here on. `dies`: this call and every one after it, as if the process had been killed; a write is torn.
   */
  kind: "fails" | "failed-late" | "full" | "dies";
  code: "EIO" | "ENOSPC" | "EACCES";
}

type Call = keyof FileSystem;
const NEEDS_SPACE: readonly string[] = ["openSync", "writeSync", "fsyncSync", "mkdirSync"] satisfies Call[];
const NEEDS_RIGHTS: readonly string[] = [
  "openSync",
  "mkdirSync",
  "renameSync",
  "unlinkSync",
  "rmdirSync",
  "accessSync",
  "lstatSync",
  "readFileSync",
  "readdirSync",
  "fchmodSync",
] satisfies Call[];

/** Whether a call can fail that way at all. */
export function canFail(call: string, code: Fault["code"]): boolean {
  return code === "EIO" || (code === "ENOSPC" ? NEEDS_SPACE : NEEDS_RIGHTS).includes(call);
}

/** The file system of the process, with a fault in it. `calls` lists what was asked of it, in order. */
export function faultyFileSystem(fault?: Fault): { fs: FileSystem; calls: string[] } {
  const calls: string[] = [];
  const wrap =
    (name: Call) =>
    (...args: unknown[]) => {
      const number = calls.push(name) - 1;
      const call = (...given: unknown[]) => (nodeFileSystem[name] as (...given: unknown[]) => unknown)(...given);
      if (fault === undefined || number < fault.at) return call(...args);
      const error = Object.assign(new Error(`${fault.code}: injected, ${name.replace("Sync", "")}`), { code: fault.code, syscall: name });
      if (fault.kind === "dies") {
        if (number === fault.at && name === "writeSync") call(args[0], args[1], args[2], Math.floor((args[3] as number) / 2));
        throw error;
      }
      if (fault.kind === "full") {
        if (NEEDS_SPACE.includes(name) && name !== "fsyncSync" && !(name === "openSync" && args[1] === "r")) throw error;
        return call(...args);
      }
      if (number > fault.at) return call(...args);
      if (fault.kind === "failed-late") call(...args);
      throw error;
    };
  const names = [
    "lstatSync",
    "readFileSync",
    "readdirSync",
    "accessSync",
    "openSync",
    "writeSync",
    "fchmodSync",
    "fchownSync",
    "fsyncSync",
    "closeSync",
    "mkdirSync",
    "renameSync",
    "unlinkSync",
    "rmdirSync",
  ] satisfies Call[];
  return { fs: Object.fromEntries(names.map((name) => [name, wrap(name)])) as unknown as FileSystem, calls };
}
