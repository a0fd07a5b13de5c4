import { diffLines } from "diff";
import type { FileChange, Step } from "../changes/change-set.ts";
import type { Range } from "../edit/ranges.ts";

/** Why something changed: which transform did it, and the reason it gave. */
export interface Cause {
  transform: string;
  reason: string;
}

/** Where a cause's text stands in the final content, byte order mark left out. Empty where it only removed something. */
export interface Landing extends Cause, Range {}

type Replacement = Range & { text: string; reason: string };

/**
 * Follows every span of every step through the later steps, to say which part of the final text it brought.
 * A step's spans count from the text before it, so a later insertion moves them on, and a later rewrite of the
 * same stretch takes them along to its whole new text.
 */
export function landingsOf(change: FileChange): Landing[] {
  let landings: Landing[] = [];
  let text = withoutMark(change.before ?? "");
  for (const step of change.steps) {
    const after = withoutMark(step.after);
    const spans: readonly Replacement[] = step.spans.length > 0 ? step.spans : wholeFileSpans(step, text, after);
    landings = landings.map((landing) => ({ ...landing, ...move(landing, spans) }));
    let shift = 0;
    for (const { start, end, text: inserted, reason } of spans) {
      landings.push({ transform: step.transform, reason, start: start + shift, end: start + shift + inserted.length });
      shift += inserted.length - (end - start);
    }
    text = after;
  }
  return landings;
}

function withoutMark(content: string): string {
  return content.replace(/^\uFEFF/, "");
}

/** What a step that wrote the whole file replaced, by lines. */
function wholeFileSpans({ reasons }: Step, before: string, after: string): Replacement[] {
  const spans: Replacement[] = [];
  let at = 0;
  for (const { value, added, removed } of diffLines(before, after)) {
    if (removed) spans.push({ start: at, end: at + value.length, text: "", reason: "" });
    else if (added) {
      const last = spans.at(-1);
      if (last !== undefined && last.end === at && last.text === "") last.text = value;
      else spans.push({ start: at, end: at, text: value, reason: "" });
    }
    if (!added) at += value.length;
  }
  return spans.map((span) => ({ ...span, reason: reasons.join("; ") }));
}

function move({ start, end }: Range, spans: readonly Replacement[]): Range {
  const from = movePoint(start, spans, false);
  return { start: from, end: Math.max(from, movePoint(end, spans, true)) };
}

/** @param isEnd the end of a range does not take in what is inserted right behind it */
function movePoint(point: number, spans: readonly Replacement[], isEnd: boolean): number {
  let shift = 0;
  for (const { start, end, text } of spans) {
    if (start > point || (isEnd && start === point)) break;
    if (end > point) return start + shift + (isEnd ? text.length : 0);
    shift += text.length - (end - start);
  }
  return point + shift;
}
