import { ChangeSet, type FileChange } from "../../lib/changes/change-set.ts";
import { applySpans, type Span } from "../../lib/edit/spans.ts";

/** A replacement by what it replaces: easier to read in a test than offsets. */
export interface Replacement {
  transform: string;
  reason: string;
  /** Found once in the text; empty with `whole`. */
  from: string;
  to: string;
}

/** A file's change by replacements, one step each, as transforms would have made it. */
export function changeOf(path: string, before: string, replacements: readonly Replacement[]): FileChange {
  const changes = new ChangeSet();
  const mark = before.startsWith("\uFEFF") ? "\uFEFF" : "";
  let text = before.slice(mark.length);
  for (const { transform, reason, from, to } of replacements) {
    const start = text.indexOf(from);
    if (start < 0 || text.includes(from, start + 1)) throw new Error(`"${from}" stands not once in ${path}.`);
    const span: Span = { start, end: start + from.length, text: to, reason, choice: transform };
    const after = applySpans(text, [span]);
    changes.lay(path, mark + text, { transform, spans: [span], reasons: [reason], after: mark + after });
    text = after;
  }
  return changes.get(path)!;
}

/** A file written as a whole, or deleted. */
export function wholeChange(
  path: string,
  before: string | undefined,
  after: string | undefined,
  { transform = "toy", reason = "because" } = {},
): FileChange {
  return { path, before, after, steps: [{ transform, spans: [], reasons: [reason], after: after ?? "" }] };
}
