/** Draws time against tree size from bench/results.json: `npx tsx bench/draw-figure.ts`. Both axes are logarithmic. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readResults, type Results } from "./results.ts";

const WIDTH = 880;
const HEIGHT = 470;
const PLOT = { left: 64, right: 560, top: 56, bottom: 400 };
const SECONDS = [0.1, 1, 10, 100, 1000];
/** Told apart without colour, too: each line is named at its end. */
const COLOURS = ["#6e7781", "#0550ae", "#218bff", "#8250df", "#1a7f37", "#bf8700", "#cf222e", "#82071e"];

/** Alone, our transforms lie between the floor and all of them. */
const ONE_TRANSFORM = /^next-auth-codemod (?!all|doctor)/;

function figure(results: Results): string {
  const sizes = results.trees.map(({ files }) => files);
  const x = scale(Math.min(...sizes), Math.max(...sizes), PLOT.left + 20, PLOT.right - 20);
  const all = results.trees.flatMap(({ floor, rows }) => rows.map(({ wall }) => wall * floor));
  const seconds = SECONDS.filter((value) => value > Math.min(...all) / 10 && value < Math.max(...all) * 10);
  const y = scale(seconds[0]!, seconds.at(-1)!, PLOT.bottom, PLOT.top);
  const tools = results.trees[0]!.rows.map(({ tool }) => tool).filter((tool) => !ONE_TRANSFORM.test(tool));
  const lines = tools.map((tool, i) => {
    const points = results.trees.flatMap(({ files, floor, rows }) => {
      const row = rows.find((one) => one.tool === tool);
      return row ? [{ x: x(files), y: y(row.wall * floor) }] : [];
    });
    return { tool, colour: COLOURS[i % COLOURS.length]!, points, end: points.at(-1)! };
  });
  const labels = spread(lines.map(({ end }) => end.y));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" font-family="system-ui, sans-serif" font-size="13" role="img" aria-label="Time against the number of files, for this tool and its peers">`,
    `<rect width="100%" height="100%" rx="8" fill="#ffffff"/>`,
    text(PLOT.left - 44, 28, "Seconds for one run, against the number of files", "#1f2328", "start", 15),
    ...seconds.map(
      (value) =>
        `<path d="M${PLOT.left} ${y(value)}H${PLOT.right}" stroke="#d1d9e0"/>${text(PLOT.left - 8, y(value) + 4, String(value), "#59636e", "end")}`,
    ),
    ...sizes.map((files) => text(x(files), PLOT.bottom + 22, files.toLocaleString("en"), "#59636e", "middle")),
    ...lines.flatMap(({ tool, colour, points, end }, i) => [
      `<path d="M${points.map((point) => `${point.x.toFixed(1)} ${point.y.toFixed(1)}`).join("L")}" fill="none" stroke="${colour}" stroke-width="2"/>`,
      ...points.map((point) => `<circle cx="${point.x.toFixed(1)}" cy="${point.y.toFixed(1)}" r="3.5" fill="${colour}"/>`),
      `<path d="M${(end.x + 6).toFixed(1)} ${end.y.toFixed(1)}L${PLOT.right + 10} ${labels[i]!.toFixed(1)}" fill="none" stroke="${colour}" stroke-width="0.7" stroke-dasharray="2 3"/>`,
      text(PLOT.right + 14, labels[i]! + 4, tool.replaceAll("`", ""), colour, "start"),
    ]),
    text(
      PLOT.left - 44,
      HEIGHT - 20,
      `${results.date}, ${results.machine.cores} cores, Node.js ${results.machine.node}: ${results.command}`,
      "#59636e",
      "start",
      12,
    ),
    "</svg>",
    "",
  ].join("\n");
}

/** Logarithmic. */
function scale(low: number, high: number, from: number, to: number): (value: number) => number {
  return (value) => from + ((Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low) || 1)) * (to - from);
}

/** Moves heights apart so that a line of text fits at each. */
function spread(heights: readonly number[]): number[] {
  const LINE = 18;
  const order = heights.map((_, i) => i).sort((a, b) => heights[b]! - heights[a]!);
  const found = [...heights];
  let lowest = PLOT.bottom + LINE;
  for (const i of order) lowest = found[i] = Math.min(found[i]!, lowest - LINE);
  return found;
}

function text(x: number, y: number, content: string, fill: string, anchor: "start" | "middle" | "end", size = 13): string {
  const escaped = content.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" fill="${fill}" text-anchor="${anchor}" font-size="${size}">${escaped}</text>`;
}

writeFileSync(join(import.meta.dirname, "../docs/pictures/bench.svg"), figure(readResults()));
