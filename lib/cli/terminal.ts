import type { Colors } from "picocolors/types";
import picocolors from "picocolors";

/** The only way out: results to standard output, messages to standard error. */
export interface Terminal {
  readonly cwd: string;
  readonly colors: Colors;
  /** Whether a person is looking at standard error. */
  readonly interactive: boolean;
  out(text: string): void;
  err(text: string): void;
}

export function openTerminal(color: boolean | undefined): Terminal {
  const colors = picocolors.createColors(color === false || process.env.NO_COLOR ? false : picocolors.isColorSupported && process.stdout.isTTY === true);
  return {
    cwd: process.cwd(),
    colors,
    interactive: process.stderr.isTTY === true && process.stdin.isTTY === true,
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
  };
}
