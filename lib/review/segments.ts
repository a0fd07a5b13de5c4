import type { Line } from "./file-review.ts";
import type { FileReview } from "./file-review.ts";
import { highlight, type Token, type TokenKind } from "./highlight.ts";

/** A stretch of a line that looks the same throughout. */
export interface Segment {
  text: string;
  kind: TokenKind | undefined;
  /** Whether it is what differs from the line it replaces, or is replaced by. */
  changed: boolean;
}

/** Gives a file's lines their segments. The texts are colored once, on the first line that is asked for. */
export function segmentsIn(review: FileReview): (line: Line) => Segment[] {
  const before = lazily(() => highlight(review.path, review.before ?? ""));
  const after = lazily(() => highlight(review.path, review.after ?? ""));
  return (line) => segments(line, (line.mark === "-" ? before()[line.before! - 1] : after()[line.after! - 1]) ?? []);
}

function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function segments({ text, words }: Line, tokens: readonly Token[]): Segment[] {
  const cuts = new Set([0, text.length]);
  for (const { start, end } of [...tokens, ...words]) cuts.add(Math.min(start, text.length)).add(Math.min(end, text.length));
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(1).map((end, i) => {
    const start = sorted[i]!;
    const around = (range: { start: number; end: number }) => range.start <= start && range.end >= end;
    return { text: text.slice(start, end), kind: tokens.find(around)?.kind, changed: words.some(around) };
  });
}
