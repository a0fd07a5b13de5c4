import type { Line } from "./file-review.ts";
import type { TokenKind } from "./highlight.ts";

/** Bits of color: none, the 16 colors of the terminal's own theme, 256, or all. */
export type ColorDepth = 1 | 4 | 8 | 24;

/** Gives a text its look. Every painted text ends in a reset, so that it can be cut and paged line by line. */
export interface Palette {
  bold(text: string): string;
  dim(text: string): string;
  added(text: string): string;
  removed(text: string): string;
  warning(text: string): string;
  heading(text: string): string;
  /** Text of a changed or unchanged line. */
  code(text: string, mark: Line["mark"], kind: TokenKind | undefined, changed: boolean): string;
  /** A character that was made visible. */
  escaped(text: string): string;
}

type Names = TokenKind | "plain";

/** Unchanged lines take the theme's own colors. */
const THEME: Record<Names, string> = {
  plain: "",
  keyword: "35",
  string: "32",
  number: "36",
  comment: "90",
  type: "33",
  function: "34",
  tag: "36",
  attribute: "33",
};
/** Changed lines bring their own background and so their own foreground too: legible on any theme. */
const ON_DARK: Record<Names, number> = {
  plain: 255,
  keyword: 210,
  string: 153,
  number: 111,
  comment: 246,
  type: 215,
  function: 183,
  tag: 114,
  attribute: 111,
};
const ON_LIGHT: Record<Names, number> = {
  plain: 235,
  keyword: 160,
  string: 24,
  number: 25,
  comment: 241,
  type: 130,
  function: 91,
  tag: 22,
  attribute: 25,
};

interface Backgrounds {
  line: string;
  changed: string;
}
const BACKGROUNDS: Record<"dark" | "light", Record<8 | 24, Record<"+" | "-", Backgrounds>>> = {
  dark: {
    8: { "+": { line: "48;5;22", changed: "48;5;28" }, "-": { line: "48;5;52", changed: "48;5;88" } },
    24: { "+": { line: "48;2;18;48;32", changed: "48;2;29;92;54" }, "-": { line: "48;2;60;24;28", changed: "48;2;122;44;50" } },
  },
  light: {
    8: { "+": { line: "48;5;194", changed: "48;5;157" }, "-": { line: "48;5;224", changed: "48;5;217" } },
    24: { "+": { line: "48;2;218;251;225", changed: "48;2;160;232;178" }, "-": { line: "48;2;255;235;233", changed: "48;2;255;190;186" } },
  },
};

/** @param theme the terminal's background, where it is known; changed lines are legible on the other one too */
export function paletteFor(depth: ColorDepth, theme: "dark" | "light" = "dark"): Palette {
  const paint = (codes: string, text: string) => (depth === 1 || codes === "" || text === "" ? text : `\u001b[${codes}m${text}\u001b[0m`);
  return {
    bold: (text) => paint("1", text),
    dim: (text) => paint("2", text),
    added: (text) => paint("32", text),
    removed: (text) => paint("31", text),
    warning: (text) => paint("33", text),
    heading: (text) => paint("36", text),
    escaped: (text) => paint("7", text),
    code: (text, mark, kind, changed) => paint(codeStyle(depth, theme, mark, kind ?? "plain", changed), text),
  };
}

function codeStyle(depth: ColorDepth, theme: "dark" | "light", mark: Line["mark"], kind: Names, changed: boolean): string {
  if (mark === " ") return THEME[kind];
  if (depth <= 4) return `${mark === "+" ? "32" : "31"}${changed ? ";1" : ""}`;
  const background = BACKGROUNDS[theme][depth as 8 | 24][mark][changed ? "changed" : "line"];
  return `${background};38;5;${(theme === "dark" ? ON_DARK : ON_LIGHT)[kind]}`;
}
