import { structuredPatch, type StructuredPatchHunk } from "diff";
import { kindOf, transformsOf, type FileChange } from "../changes/change-set.ts";
import type { Range } from "../edit/ranges.ts";
import { landingsOf, type Cause, type Landing } from "./attribution.ts";
import { changedWords } from "./changed-words.ts";
import { isEnvFile, maskEnv } from "./mask-env.ts";

/** One changed file as a reviewer reads it: what every way of showing a change starts from. */
export interface FileReview {
  /** As it is shown. */
  path: string;
  kind: "create" | "modify" | "delete";
  transforms: string[];
  hunks: Hunk[];
  added: number;
  removed: number;
  /** The contents, an env file's values masked; undefined where there is no file. */
  before: string | undefined;
  after: string | undefined;
}

export interface Hunk {
  /** 1-based; the line before where there are no lines, as unified diffs count. */
  oldStart: number;
  oldLines: number;
  newStart: number;
  newLines: number;
  /** Why, in the order of the run. */
  causes: Cause[];
  lines: Line[];
}

export interface Line {
  mark: " " | "-" | "+";
  /** 1-based line number before and after, where the line is there. */
  before: number | undefined;
  after: number | undefined;
  /** Without its line feed. */
  text: string;
  /** The file ends here without a line feed. */
  unended: boolean;
  /** What differs from the line that it replaces, or is replaced by. */
  words: readonly Range[];
}

/**
 * Reads a change as hunks, each with its causes.
 *
 * @param path what the file is called where it is shown
 * @param context unchanged lines around a change
 * @param masked whether an env file's values are hidden; only a patch needs them as they are
 */
export function reviewFile(change: FileChange, { path = change.path, context = 3, masked = true } = {}): FileReview {
  const shown = (content: string | undefined) => (content !== undefined && masked && isEnvFile(change.path) ? maskEnv(content) : content);
  const before = shown(change.before);
  const after = shown(change.after);
  const landings = landingsOf(change);
  const lineOf = lineCounter((change.after ?? "").replace(/^\uFEFF/, ""));
  const hunks = structuredPatch("", "", before ?? "", after ?? "", "", "", { context }).hunks.map((hunk) =>
    readHunk(hunk, landings, lineOf),
  );
  const count = (mark: Line["mark"]) => hunks.reduce((sum, { lines }) => sum + lines.filter((line) => line.mark === mark).length, 0);
  return { path, kind: kindOf(change), transforms: transformsOf(change), hunks, added: count("+"), removed: count("-"), before, after };
}

function readHunk(
  { oldStart, oldLines, newStart, newLines, lines }: StructuredPatchHunk,
  landings: readonly Landing[],
  lineOf: (offset: number) => number,
): Hunk {
  const read = readLines(lines, oldStart, newStart);
  markWords(read);
  const causes = causesOf(landings, newStart, newStart + Math.max(newLines, 1) - 1, lineOf);
  return {
    oldStart: oldLines === 0 ? oldStart - 1 : oldStart,
    oldLines,
    newStart: newLines === 0 ? newStart - 1 : newStart,
    newLines,
    causes,
    lines: read,
  };
}

function readLines(lines: readonly string[], oldStart: number, newStart: number): Line[] {
  const read: Line[] = [];
  let before = oldStart;
  let after = newStart;
  for (const line of lines) {
    const mark = line[0] as Line["mark"] | "\\";
    if (mark === "\\") read.at(-1)!.unended = true;
    else
      read.push({
        mark,
        before: mark === "+" ? undefined : before++,
        after: mark === "-" ? undefined : after++,
        text: line.slice(1),
        unended: false,
        words: [],
      });
  }
  return read;
}

/** Points out the changed words where as many lines came as went. */
function markWords(lines: readonly Line[]): void {
  for (let at = 0; at < lines.length; at++) {
    if (lines[at]!.mark !== "-") continue;
    let middle = at;
    while (lines[middle]?.mark === "-") middle++;
    let end = middle;
    while (lines[end]?.mark === "+") end++;
    if (end - middle === middle - at) {
      for (let i = at; i < middle; i++) {
        const removed = lines[i]!;
        const added = lines[i + middle - at]!;
        const words = changedWords(removed.text, added.text);
        removed.words = words.before;
        added.words = words.after;
      }
    }
    at = Math.max(at, end - 1);
  }
}

/** The causes that landed between two lines; where a diff slid away from all of them, the nearest one. */
function causesOf(landings: readonly Landing[], first: number, last: number, lineOf: (offset: number) => number): Cause[] {
  const distances = landings.map(({ start, end }) => Math.max(0, first - lineOf(Math.max(start, end - 1)), lineOf(start) - last));
  const nearest = Math.min(...distances);
  const found = new Map<string, Cause>();
  for (const [i, { transform, reason }] of landings.entries())
    if (distances[i] === nearest) found.set(JSON.stringify([transform, reason]), { transform, reason });
  return [...found.values()];
}

function lineCounter(text: string): (offset: number) => number {
  const starts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
}
