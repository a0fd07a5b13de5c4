import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { UsageError } from "../errors.ts";
import { removeFile, writeNew, type FileSystem } from "./file-system.ts";
import { areRelated } from "./record-folders.ts";

interface Holder {
  pid: number;
  /** When the process started, in whatever form the system tells it: process numbers are used again. */
  started: string | undefined;
  host: string;
  root: string;
  /** Milliseconds since 1970. */
  since: number;
}

const PATIENCE = 2_000;
/** Nobody writes that long. Only asked where a process's start cannot be known. */
const FORGOTTEN = 10 * 60_000;

/**
 * Keeps other processes from writing in the same tree. Everybody puts up a lock of their own first and looks for
 * others then, so that of two at least one sees the other, and a lock whose process has died is just swept away.
 *
 * @param folder the record folder; it has to exist
 * @returns takes the lock down again
 * @throws {UsageError} where another process is writing there for longer than two seconds
 */
export function lock(fs: FileSystem, folder: string, root: string): () => void {
  const holder: Holder = { pid: process.pid, started: processStart(process.pid), host: hostname(), root, since: Date.now() };
  for (const deadline = Date.now() + PATIENCE; ; sleep(10 + Math.random() * 50)) {
    const name = `${holder.pid}-${randomUUID()}`;
    const unready = join(folder, `${name}.new`);
    const mine = join(folder, `${name}.lock`);
    writeNew(fs, unready, Buffer.from(JSON.stringify(holder)), { mode: 0o600 });
    fs.renameSync(unready, mine);
    const other = findOther(fs, folder, mine, root);
    if (other === undefined) return () => takeDown(fs, mine);
    takeDown(fs, mine);
    if (Date.now() > deadline)
      throw new UsageError(
        `Another run (process ${other.pid}) is writing in ${other.root}.`,
        "Nothing was written. Wait until it has ended, then run again.",
      );
  }
}

function takeDown(fs: FileSystem, path: string): void {
  try {
    removeFile(fs, path);
  } catch {
    // whoever comes next sweeps it away once this process has ended
  }
}

function findOther(fs: FileSystem, folder: string, mine: string, root: string): Holder | undefined {
  let found: Holder | undefined;
  for (const name of fs.readdirSync(folder)) {
    const path = join(folder, name);
    if (!/\.(?:lock|new)$/.test(name) || path === mine) continue;
    const holder = name.endsWith(".lock") ? readHolder(fs, path) : undefined;
    if (holder === undefined ? isDeadName(name) : isGone(holder)) takeDown(fs, path);
    else if (holder !== undefined && areRelated(holder.root, root)) found = holder;
  }
  return found;
}

/** Whether a process that still runs is writing in, above or below a folder. Changes nothing. */
export function isLocked(fs: FileSystem, folder: string, root: string): boolean {
  return fs.readdirSync(folder).some((name) => {
    const holder = name.endsWith(".lock") ? readHolder(fs, join(folder, name)) : undefined;
    return holder !== undefined && !isGone(holder) && areRelated(holder.root, root);
  });
}

function readHolder(fs: FileSystem, path: string): Holder | undefined {
  try {
    return JSON.parse(fs.readFileSync(path, "utf8")) as Holder;
  } catch {
    return undefined; // just taken down
  }
}

function isDeadName(name: string): boolean {
  return !isAlive(Number.parseInt(name, 10));
}

/** A lock with this process's number was left by another one: this one does one thing at a time. */
function isGone({ pid, started, host, since }: Holder): boolean {
  if (host !== hostname()) return Date.now() - since > FORGOTTEN;
  if (pid === process.pid || !isAlive(pid)) return true;
  return started === undefined ? Date.now() - since > FORGOTTEN : processStart(pid) !== started;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** @returns undefined where the process is dead (or waits for its parent to notice), or the system does not say */
function processStart(pid: number): string | undefined {
  if (process.platform === "linux") {
    try {
      // proc(5): the name, in parentheses, may hold anything; the state follows it, the start is the 20th from there.
      const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)!.split(" ");
      return /[ZX]/.test(fields[0]!) ? undefined : fields[19];
    } catch {
      return undefined;
    }
  }
  if (process.platform === "win32") return undefined;
  return spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).stdout?.trim() || undefined;
}

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
