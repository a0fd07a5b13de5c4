import stringWidth from "fast-string-width";
import { wrapAnsi } from "fast-wrap-ansi";

/** Sets text in from the left and wraps it, so that no word of it leaves a terminal's width. */
export function indented(text: string, indent: number, columns: number): string {
  const margin = " ".repeat(indent);
  return wrapAnsi(text, Math.max(20, columns - indent), { hard: false, trim: true })
    .split("\n")
    .map((line) => margin + line)
    .join("\n");
}

/** A row of cells under each other with those of other rows; where it gets too wide, its last cell goes below. */
export function tableRows(rows: readonly (readonly string[])[], columns: number): string[] {
  const widths = rows.reduce<number[]>((all, row) => row.map((cell, i) => Math.max(all[i] ?? 0, stringWidth(cell))), []);
  const whole = widths.reduce((sum, width) => sum + width + 2, 0) - 2;
  return rows.map((row) => {
    const cells = whole <= columns ? row : row.slice(0, -1);
    const line = cells.map((cell, i) => (i === cells.length - 1 ? cell : cell + " ".repeat(widths[i]! - stringWidth(cell)))).join("  ");
    return (whole <= columns ? line : `${line}\n${indented(row.at(-1)!, widths[0]! + 2, columns)}`).trimEnd();
  });
}
