import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";

const BIN = join(import.meta.dirname, "../../bin/next-auth-codemod.ts");
const TSX = join(import.meta.dirname, "../../node_modules/tsx/dist/esm/index.mjs");

/** util-linux's `script` makes a real pseudo-terminal without a native module. */
export const hasPseudoTerminal = process.platform === "linux" && spawnSync("script", ["--version"]).status === 0;

/** One turn of a conversation: what has to be on the screen, and the keys that are then pressed. */
export type Turn = [awaited: string | RegExp, keys: string];

interface Session {
  /** Everything that was on the screen, without colors. */
  screen: string;
  raw: string;
  code: number;
}

/** Runs the command line in a pseudo-terminal and answers what it asks. */
export async function converse(
  cwd: string,
  args: readonly string[],
  turns: readonly Turn[],
  { env = {}, rows = 50, columns = 100 } = {},
): Promise<Session> {
  const words = [process.execPath, "--import", TSX, BIN, ...args].map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(" ");
  const child = spawn("script", ["-qfec", `stty rows ${rows} cols ${columns}; exec ${words}`, "/dev/null"], {
    cwd,
    env: { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined, TERM: "xterm-256color", CI: "", ...env },
  });
  let raw = "";
  let seen = 0;
  const left = [...turns];
  return new Promise((resolve, reject) => {
    const stuck = setTimeout(() => {
      child.kill();
      reject(new Error(`Waited in vain for ${String(left[0]?.[0] ?? "the end")}. On the screen:\n${stripVTControlCharacters(raw)}`));
    }, 50_000);
    child.stdout.on("data", (chunk: Buffer) => {
      raw += chunk.toString("utf8");
      for (let turn = left[0]; turn !== undefined; turn = left[0]) {
        const text = stripVTControlCharacters(raw.slice(seen));
        if (typeof turn[0] === "string" ? !text.includes(turn[0]) : !turn[0].test(text)) return;
        seen = raw.length;
        left.shift();
        child.stdin.write(turn[1]);
      }
    });
    child.on("close", (code) => {
      clearTimeout(stuck);
      const screen = stripVTControlCharacters(raw).replaceAll("\r\n", "\n");
      if (left.length > 0) reject(new Error(`It ended before ${String(left[0]![0])}. On the screen:\n${screen}`));
      else resolve({ raw, screen, code: code ?? -1 });
    });
  });
}
