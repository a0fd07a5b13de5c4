import { WriteStream, type ReadStream } from "node:tty";
import type { ColorDepth } from "../review/palette.ts";
import { paletteFor, type Palette } from "../review/palette.ts";

/** The only way in and out: results to standard output, messages to standard error, keys from standard input. */
export interface Terminal {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Standard output's size, where it is a terminal. */
  readonly screen: { columns: number; rows: number } | undefined;
  /** Whether standard error is a terminal: there alone a progress bar is drawn. */
  readonly watched: boolean;
  /** Where a person can be asked: standard input, when it and standard error are terminals. */
  readonly keyboard: ReadStream | undefined;
  /** The colors of standard output. */
  readonly palette: Palette;
  /** The colors of standard error. */
  readonly messages: Palette;
  out(text: string): void;
  err(text: string): void;
}

/** What has no width of its own is written as wide as a person likes to read. */
export const READABLE_COLUMNS = 100;

/** The terminal of this process. */
export function openTerminal({ color = true } = {}): Terminal {
  const { stdin, stdout, stderr, env } = process;
  // A reader that has seen enough (`| head`) is no error.
  stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  const theme = themeOf(env.COLORFGBG);
  return {
    cwd: process.cwd(),
    env,
    screen: stdout.isTTY ? { columns: stdout.columns || 80, rows: stdout.rows || 24 } : undefined,
    watched: stderr.isTTY === true,
    keyboard: stdin.isTTY && stderr.isTTY ? stdin : undefined,
    palette: paletteFor(color ? colorDepth(stdout.isTTY, env) : 1, theme),
    messages: paletteFor(color ? colorDepth(stderr.isTTY, env) : 1, theme),
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
  };
}

/** NO_COLOR (no-color.org) wins over everything, FORCE_COLOR colors what is no terminal. */
function colorDepth(isTerminal: boolean | undefined, env: NodeJS.ProcessEnv): ColorDepth {
  if (env.NO_COLOR || env.FORCE_COLOR === "0" || env.FORCE_COLOR === "false") return 1;
  if (!isTerminal && env.FORCE_COLOR === undefined) return 1;
  // Node.js takes an empty NO_COLOR for one that is set; no-color.org does not.
  const told = Object.fromEntries(Object.entries(env).filter(([name]) => name !== "NO_COLOR"));
  return WriteStream.prototype.getColorDepth(told) as ColorDepth;
}

/** Some terminals say "foreground;background" in COLORFGBG; 7 and 15 are white. */
function themeOf(hint: string | undefined): "dark" | "light" {
  return /;(?:7|15)$/.test(hint ?? "") ? "light" : "dark";
}
