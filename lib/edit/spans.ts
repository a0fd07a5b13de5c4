/** A change to a stretch of text: `text` comes in place of what stands from `start` to `end`. */
export interface Span {
  start: number;
  end: number;
  text: string;
  /** Why, in a line: shown over the hunk. */
  reason: string;
  /** What has to be accepted or refused together, across files. */
  choice: string;
}

/** Two changes of the same stretch: a fault of the transform, named by its reasons. */
export class OverlappingSpansError extends Error {
  override readonly name = "OverlappingSpansError";
  constructor(path: string, first: Span, second: Span) {
    super(`${path}: two changes meet at ${second.start}: "${first.reason}" and "${second.reason}".`);
  }
}

/** Sorts spans by place; insertions at the same place keep the order in which they were made. */
export function sortSpans(path: string, spans: readonly Span[]): Span[] {
  const sorted = spans
    .map((span, order) => ({ span, order }))
    .sort(
      (a, b) => a.span.start - b.span.start || Number(a.span.end > a.span.start) - Number(b.span.end > b.span.start) || a.order - b.order,
    )
    .map(({ span }) => span);
  sorted.reduce<Span | undefined>((before, span) => {
    if (before !== undefined && span.start < before.end) throw new OverlappingSpansError(path, before, span);
    return before !== undefined && before.end > span.end ? before : span;
  }, undefined);
  return sorted;
}

/** @param spans sorted, without overlap */
export function applySpans(text: string, spans: readonly Span[]): string {
  let result = "";
  let at = 0;
  for (const span of spans) {
    result += text.slice(at, span.start) + span.text;
    at = span.end;
  }
  return result + text.slice(at);
}
