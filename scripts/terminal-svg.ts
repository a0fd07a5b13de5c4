import { stripVTControlCharacters } from "node:util";
import stringWidth from "fast-string-width";

interface Look {
  color?: string;
  background?: string;
  bold?: boolean;
  dim?: boolean;
}

/** The 16 colors of a dark terminal. */
const THEME = [
  "#21262d",
  "#ff7b72",
  "#3fb950",
  "#d29922",
  "#58a6ff",
  "#bc8cff",
  "#39c5cf",
  "#c9d1d9",
  "#6e7681",
  "#ffa198",
  "#56d364",
  "#e3b341",
  "#79c0ff",
  "#d2a8ff",
  "#56d4dd",
  "#f0f6fc",
];
const WIDTH = 8.4;
const HEIGHT = 19;
const MARGIN = 16;
const BAR = 34;

/**
 * Draws what a terminal would show of a text with color sequences, in a window with a title.
 *
 * @param rows how many lines are drawn at most
 */
export function terminalSvg(text: string, title: string, rows = Infinity): string {
  const lines = text.replace(/\n$/, "").split("\n").slice(0, rows);
  const columns = Math.max(...lines.map((line) => stringWidth(stripVTControlCharacters(line))), 60);
  const width = Math.ceil(columns * WIDTH) + 2 * MARGIN;
  const height = lines.length * HEIGHT + BAR + MARGIN;
  const dots = ["#ff5f57", "#febc2e", "#28c840"].map((color, i) => `<circle cx="${18 + i * 20}" cy="17" r="6" fill="${color}"/>`).join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escape(title)}">
<rect width="${width}" height="${height}" rx="8" fill="#0d1117"/>${dots}
<text x="${width / 2}" y="21" text-anchor="middle" fill="#9198a1" font-family="system-ui, sans-serif" font-size="12">${escape(title)}</text>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14">
${lines.map((line, i) => lineSvg(line, BAR + i * HEIGHT)).join("\n")}
</g>
</svg>
`;
}

function lineSvg(line: string, top: number): string {
  let column = 0;
  let look: Look = {};
  const shapes: string[] = [];

  for (const part of line.split(/(\u001b\[[\d;]*m)/)) {
    const codes = part.startsWith("\u001b[") ? part.slice(2, -1) : undefined;
    if (codes !== undefined) look = nextLook(look, codes.split(";").map(Number));
    else if (part !== "") {
      const x = MARGIN + column * WIDTH;
      const length = stringWidth(part) * WIDTH;
      if (look.background) shapes.push(`<rect x="${x}" y="${top}" width="${length}" height="${HEIGHT}" fill="${look.background}"/>`);
      shapes.push(
        `<text x="${x}" y="${top + 14}" textLength="${length}" fill="${look.color ?? "#c9d1d9"}"${look.bold ? ' font-weight="bold"' : ""}${look.dim ? ' opacity="0.6"' : ""}>${escape(part)}</text>`,
      );
      column += stringWidth(part);
    }
  }
  return shapes.join("");
}

function nextLook(look: Look, codes: number[]): Look {
  const next = { ...look };
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i]!;
    if (code === 0) return nextLook({}, codes.slice(i + 1));
    if (code === 1) next.bold = true;
    else if (code === 2) next.dim = true;
    else if (code >= 30 && code <= 37) next.color = THEME[code - 30];
    else if (code >= 90 && code <= 97) next.color = THEME[code - 82];
    else if (code === 38 || code === 48) {
      const [mode, ...values] = codes.slice(i + 1);
      const color = mode === 5 ? indexed(values[0]!) : `rgb(${values.slice(0, 3).join(",")})`;
      if (code === 38) next.color = color;
      else next.background = color;
      i += mode === 5 ? 2 : 4;
    }
  }
  return next;
}

/** The 256 colors: the theme's 16, a cube of 216, 24 grays. */
function indexed(index: number): string {
  if (index < 16) return THEME[index]!;
  if (index >= 232)
    return `rgb(${Array(3)
      .fill(8 + (index - 232) * 10)
      .join(",")})`;
  const steps = [0, 95, 135, 175, 215, 255];
  const at = index - 16;
  return `rgb(${[steps[Math.floor(at / 36)], steps[Math.floor(at / 6) % 6], steps[at % 6]].join(",")})`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll(" ", "\u00a0"); // viewers collapse plain blanks
}
