import { spawn, type ChildProcess } from "node:child_process";
import { createServer } from "node:net";

export interface Finished {
  code: number;
  output: string;
}

export interface Running {
  /** What it has said so far, both streams. */
  output(): string;
  stop(): Promise<void>;
}

interface SpawnOptions {
  cwd: string;
  env?: Record<string, string>;
}

const alive = new Set<ChildProcess>();

// A test run that is interrupted must not leave a server behind.
process.on("exit", stopAll);
// The test runner is gone: without this its worker would go on building for nobody.
process.on("disconnect", () => {
  stopAll();
  process.kill(process.pid, "SIGTERM");
});

/** Runs a command to its end, or kills it with all its children when it takes too long. */
export async function run(
  command: string,
  args: string[],
  { timeout = 300_000, ...options }: SpawnOptions & { timeout?: number },
): Promise<Finished> {
  const { child, output } = start(command, args, options);
  const timer = setTimeout(() => signalGroup(child, "SIGKILL"), timeout);
  const code = await exitOf(child);
  clearTimeout(timer);
  return { code, output: output() };
}

/** Starts a server and waits until `url` answers at all; any status will do. */
export async function serve(
  command: string,
  args: string[],
  { url, timeout = 120_000, ...options }: SpawnOptions & { url: string; timeout?: number },
): Promise<Running> {
  const { child, output } = start(command, args, options);
  const deadline = Date.now() + timeout;
  while (!(await answers(url))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      signalGroup(child, "SIGKILL");
      throw new Error(`${command} ${args.join(" ")} never answered at ${url}:\n${output()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return {
    output,
    async stop() {
      const gone = exitOf(child);
      signalGroup(child, "SIGTERM");
      const timer = setTimeout(() => signalGroup(child, "SIGKILL"), 3_000);
      await gone;
      clearTimeout(timer);
    },
  };
}

/** A port nobody listens on right now. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

function stopAll(): void {
  for (const child of alive) signalGroup(child, "SIGKILL");
}

function start(command: string, args: string[], { cwd, env }: SpawnOptions) {
  // A group of its own: `next` starts workers, and they have to go with it.
  const child = spawn(command, args, {
    cwd,
    env: { ...cleanEnvironment(), ...env },
    detached: process.platform !== "win32",
    stdio: ["ignore", "pipe", "pipe"],
  });
  alive.add(child);
  child.once("exit", () => alive.delete(child));
  let text = "";
  const collect = (chunk: Buffer): void => void (text += chunk.toString());
  child.stdout.on("data", collect);
  child.stderr.on("data", collect);
  return { child, output: () => text };
}

/** What the surroundings know about a session or a test run must not reach the app. */
function cleanEnvironment(): Record<string, string> {
  const foreign = /^(NEXTAUTH_|AUTH_|VERCEL|VITEST|NODE_ENV$|NODE_OPTIONS$|TEST$|PORT$|npm_)/;
  const kept = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined && !foreign.test(entry[0]));
  return { ...Object.fromEntries(kept), NEXT_TELEMETRY_DISABLED: "1", NO_COLOR: "1" };
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined || child.exitCode !== null) return;
  try {
    if (process.platform === "win32") child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // Gone between the question and the signal.
  }
}

function exitOf(child: ChildProcess): Promise<number> {
  if (child.exitCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
}

async function answers(url: string): Promise<boolean> {
  try {
    await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(5_000) });
    return true;
  } catch (error) {
    // Too slow to answer (a first compile) is alive all the same; only a refusal is not.
    return error instanceof Error && error.name === "TimeoutError";
  }
}
