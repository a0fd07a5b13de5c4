import type { FileReview, Hunk, Line } from "./file-review.ts";
import type { Palette } from "./palette.ts";
import { segmentsIn, type Segment } from "./segments.ts";
import { visibleLine, visibleParts } from "./visible-text.ts";

interface Show {
  palette: Palette;
  /** The terminal's width: a narrow one gets no line numbers. */
  columns: number;
}

/** Narrower than this, every column is needed for code. */
const WIDE_ENOUGH = 80;

/** The changes as a person reads them on a terminal: colored, file by file, each hunk under its reasons. */
export function terminalDiff(reviews: readonly FileReview[], show: Show): string {
  return reviews.map((review) => fileText(review, show)).join("\n");
}

/** Whole resulting files on a terminal. */
export function terminalFiles(reviews: readonly FileReview[], show: Show): string {
  return reviews
    .map((review) => {
      const paint = segmentsIn(review);
      const lines = (review.after ?? "").replace(/\n$/, "").split("\n");
      const shown = lines.map((text, i): Line => ({
        mark: " ",
        before: undefined,
        after: i + 1,
        text: text.replace(/\r$/, ""),
        unended: false,
        words: [],
      }));
      return `${fileHeading(review, show)}\n${shown.map((line) => `${codeText(paint(line), line, show.palette)}\n`).join("")}`;
    })
    .join("\n");
}

function fileText(review: FileReview, show: Show): string {
  const paint = segmentsIn(review);
  const widest = Math.max(
    ...review.hunks.map(({ oldStart, oldLines, newStart, newLines }) => Math.max(oldStart + oldLines, newStart + newLines)),
    1,
  );
  const digits = show.columns < WIDE_ENOUGH ? 0 : String(widest).length;
  return `${fileHeading(review, show)}\n${review.hunks.map((hunk) => hunkText(hunk, paint, digits, show)).join("")}`;
}

function fileHeading({ path, kind, added, removed }: FileReview, { palette, columns }: Show): string {
  const name = visibleLine(path);
  const counts = [added > 0 ? palette.added(`+${added}`) : "", removed > 0 ? palette.removed(`-${removed}`) : ""]
    .filter((count) => count !== "")
    .join(" ");
  const what = { create: "new file", modify: "", delete: "deleted" }[kind];
  const rule = palette.dim("─".repeat(Math.max(0, Math.min(columns, 100))));
  return `${rule}\n${palette.bold(name)}${what === "" ? "" : `  ${palette.heading(what)}`}  ${counts}`;
}

function hunkText(hunk: Hunk, paint: (line: Line) => Segment[], digits: number, { palette }: Show): string {
  const causes = hunk.causes.map(
    ({ transform, reason }) => `${palette.heading(`@@ ${transform}`)}  ${visibleLine(reason.replace(/\s+/g, " "))}\n`,
  );
  const allCarriageReturns = hunk.lines.every(({ text }) => text.endsWith("\r"));
  const lines = hunk.lines.map((line) => {
    const shown = allCarriageReturns ? { ...line, text: line.text.slice(0, -1) } : line;
    const numbers = digits === 0 ? "" : palette.dim(`${number(line.before, digits)} ${number(line.after, digits)} `);
    const ending = line.unended ? `\n${palette.dim("\\ No newline at end of file")}` : "";
    return `${numbers}${palette.code(line.mark, line.mark, undefined, false)}${codeText(paint(shown), line, palette)}${ending}\n`;
  });
  return `\n${causes.join("") || `${palette.heading("@@")}\n`}${lines.join("")}`;
}

function number(line: number | undefined, digits: number): string {
  return (line === undefined ? "" : String(line)).padStart(digits);
}

function codeText(segments: readonly Segment[], { mark }: Line, palette: Palette): string {
  return segments
    .flatMap(({ text, kind, changed }) =>
      visibleParts(text).map(({ text: part, escaped }) => (escaped ? palette.escaped(part) : palette.code(part, mark, kind, changed))),
    )
    .join("");
}
