import type { Terminal } from "../../lib/cli/terminal.ts";
import { paletteFor } from "../../lib/review/palette.ts";

/** A terminal that keeps what is said to it. Nobody watches it unless the overrides say so. */
export function capturedTerminal(
  cwd: string,
  overrides: Partial<Terminal> = {},
): { terminal: Terminal; stdout: () => string; stderr: () => string } {
  const said = { out: "", err: "" };
  const terminal: Terminal = {
    cwd,
    env: {},
    screen: undefined,
    watched: false,
    keyboard: undefined,
    palette: paletteFor(1),
    messages: paletteFor(1),
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
    ...overrides,
  };
  return { terminal, stdout: () => said.out, stderr: () => said.err };
}
