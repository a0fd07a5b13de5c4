import type { FileReview, Hunk } from "./file-review.ts";
import { headerPath } from "./quoted-path.ts";
import { visibleLine } from "./visible-text.ts";

/** The unified diff of one file, with `/dev/null` for a file that is not there before or after. */
export function unifiedDiff(review: FileReview): string {
  const { path, kind, hunks } = review;
  const from = kind === "create" ? "/dev/null" : headerPath(`a/${path}`);
  const to = kind === "delete" ? "/dev/null" : headerPath(`b/${path}`);
  return `--- ${from}\n+++ ${to}\n${hunks.map(hunkText).join("")}`;
}

/** A hunk; its causes stand where git puts the function's name, so that `git apply` takes the text as it is. */
function hunkText(hunk: Hunk): string {
  const lines = hunk.lines.map(({ mark, text, unended }) => `${mark}${text}\n${unended ? "\\ No newline at end of file\n" : ""}`);
  const causes = hunk.causes.map(({ transform, reason }) => `${transform}: ${reason}`).join("; ");
  return `${hunkHeader(hunk)}${causes === "" ? "" : ` ${visibleLine(causes.replace(/\s+/g, " "))}`}\n${lines.join("")}`;
}

export function hunkHeader({ oldStart, oldLines, newStart, newLines }: Hunk): string {
  const range = (start: number, count: number) => (count === 1 ? `${start}` : `${start},${count}`);
  return `@@ -${range(oldStart, oldLines)} +${range(newStart, newLines)} @@`;
}
