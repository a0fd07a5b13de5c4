import { diffWordsWithSpace } from "diff";
import type { Range } from "../edit/ranges.ts";

/** Below this share of common text, two lines have nothing to do with each other and nothing is pointed out. */
const ALIKE = 0.4;
const LONGEST = 500;

/** What differs between a removed line and the one that came in its place; nothing where they are not alike. */
export function changedWords(before: string, after: string): { before: Range[]; after: Range[] } {
  const nothing = { before: [], after: [] };
  if (before.length > LONGEST || after.length > LONGEST) return nothing;
  const removed: Range[] = [];
  const added: Range[] = [];
  let inBefore = 0;
  let inAfter = 0;
  let same = 0;
  for (const part of diffWordsWithSpace(before, after)) {
    const { length } = part.value;
    if (part.added) added.push({ start: inAfter, end: (inAfter += length) });
    else if (part.removed) removed.push({ start: inBefore, end: (inBefore += length) });
    else {
      inBefore += length;
      inAfter += length;
      same += part.value.trim().length;
    }
  }
  return same < ALIKE * Math.max(before.trim().length, after.trim().length) ? nothing : { before: removed, after: added };
}
