import { spawn } from "node:child_process";
import stringWidth from "fast-string-width";
import type { Terminal } from "./terminal.ts";

/**
 * Prints a result; through the pager, as git does it, where it is longer than the screen. `less` is told to pass colors
 * on and to leave what was read on the screen, unless LESS says otherwise.
 *
 * @param paged false for `--no-pager`
 */
export async function print(terminal: Terminal, text: string, paged: boolean): Promise<void> {
  const command = (terminal.env.PAGER ?? "less").trim();
  if (!paged || command === "" || command === "cat" || !isLongerThanScreen(text, terminal)) return terminal.out(text);
  const pager = spawn(command, { shell: true, stdio: ["pipe", "inherit", "inherit"], env: { LESS: "FRX", LV: "-c", ...terminal.env } });
  pager.stdin.on("error", () => undefined); // closed before it read everything: the person has seen enough
  pager.stdin.end(text);
  const code = await new Promise<number | null>((resolve) => {
    pager.on("error", () => resolve(127));
    pager.on("close", resolve);
  });
  if (code === 126 || code === 127 || code === 9009) terminal.out(text); // the shell found no such pager
}

function isLongerThanScreen(text: string, { screen }: Terminal): boolean {
  if (screen === undefined) return false;
  let rows = 0;
  for (const line of text.split("\n")) {
    rows += Math.max(1, Math.ceil(stringWidth(line) / screen.columns));
    if (rows > screen.rows) return true;
  }
  return false;
}
