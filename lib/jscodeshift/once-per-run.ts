import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { keyOf, ownCacheFolder } from "../changes/record-folders.ts";

const HOUR = 60 * 60 * 1000;

/**
 * Does a piece of work once in a jscodeshift run, however many workers ask for it. The first one does it, before any
 * of them has written a file; the others wait for its result, so that none looks at a tree that is half migrated.
 *
 * Workers can only meet in the file system: in the user's cache folder, which nobody else can write to. What runs
 * leave there is removed by a later one.
 *
 * @param work its result has to survive JSON
 * @returns `first` for the one who did it
 * @throws what `work` throws; for the others an error that says the same
 */
export async function oncePerRun<T>(key: string, work: () => Promise<T>): Promise<{ value: T; first: boolean }> {
  if (!isWorker()) return { value: await work(), first: true };
  const folder = join(ownCacheFolder(), "jscodeshift");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  removeOld(folder);
  // All workers of a run, and nobody else, have jscodeshift's process as their parent.
  const name = join(folder, keyOf(`${process.ppid} ${key}`));
  const done = `${name}.json`;
  if (!claim(`${name}.lock`)) return { value: await awaited<T>(done, `${name}.lock`), first: false };
  try {
    const value = await work();
    publish(done, { value });
    return { value, first: true };
  } catch (error) {
    publish(done, { error: (error as Error).message });
    throw error;
  }
}

/** Whether this process is one of several that jscodeshift has forked. */
function isWorker(): boolean {
  return process.send !== undefined && /[\\/]jscodeshift[\\/]src[\\/]Worker\.js$/.test(process.argv[1] ?? "");
}

function claim(lock: string): boolean {
  try {
    const descriptor = openSync(lock, "wx", 0o600);
    writeFileSync(descriptor, String(process.pid));
    closeSync(descriptor);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function publish(path: string, result: { value: unknown } | { error: string }): void {
  writeFileSync(`${path}.part`, JSON.stringify(result), { mode: 0o600 });
  renameSync(`${path}.part`, path);
}

async function awaited<T>(path: string, lock: string): Promise<T> {
  while (!existsSync(path)) {
    // Asked before the file is looked for again: its author may have ended right after writing it.
    const alive = isAlive(Number(readFileSync(lock, "utf8")));
    if (!alive && !existsSync(path)) throw new Error("Another worker of this run ended before it had looked at the app. Run again.");
    await wait(20);
  }
  const result = JSON.parse(readFileSync(path, "utf8")) as { value: T } | { error: string };
  if ("error" in result) throw new Error(result.error);
  return result.value;
}

/** @param pid 0 where it is not written yet */
function isAlive(pid: number): boolean {
  try {
    return pid === 0 || process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function removeOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat !== undefined && stat.mtimeMs < Date.now() - HOUR) rmSync(path, { force: true });
  }
}
