import type { FileReview, Hunk, Line } from "../file-review.ts";
import { segmentsIn, type Segment } from "../segments.ts";
import { hunkHeader } from "../unified-diff.ts";
import { visibleLine, visibleParts } from "../visible-text.ts";
import { markup, type Markup } from "./markup.ts";

/** Where a transform's change is documented. */
export type Documentation = (transform: string) => string | undefined;

const KINDS = { create: "new file", modify: "changed", delete: "deleted" };

/** One file with its hunks. The same markup is the unified and the side-by-side view; the page's styles tell them apart. */
export function fileSection(review: FileReview, id: string, documentation: Documentation): Markup {
  const paint = segmentsIn(review);
  const { path, kind, added, removed, hunks } = review;
  return markup`<section class="file" id="${id}" data-path="${visibleLine(path)}" tabindex="-1">
    <header>
      <h2>${visibleLine(path)}</h2>
      <span class="kind ${kind}">${KINDS[kind]}</span>${counts(added, removed)}
    </header>
    ${hunks.map((hunk) => hunkMarkup(hunk, paint, documentation))} ${hunks.length === 0 && markup`<p class="empty">The file is empty.</p>`}
  </section> `;
}

export function counts(added: number, removed: number): Markup {
  return markup`<span class="counts"
    >${added > 0 && markup`<b class="plus">+${added}</b>`}${removed > 0 && markup`<b class="minus">−${removed}</b>`}</span
  >`;
}

function hunkMarkup(hunk: Hunk, paint: (line: Line) => Segment[], documentation: Documentation): Markup {
  const causes = hunk.causes.map(
    ({ transform, reason }) => markup`<p>${transformLink(transform, documentation)} ${visibleLine(reason)}</p>`,
  );
  const transforms = [...new Set(hunk.causes.map(({ transform }) => transform))].join(" ");
  return markup`<div class="hunk" data-transforms="${transforms}" tabindex="-1">
    <div class="causes">${causes}<span class="range">${hunkHeader(hunk)}</span></div>
    ${blocks(hunk.lines).map((lines) => markup`<div class="rows">${lines.map((line) => lineMarkup(line, paint(line)))}</div>`)}
  </div> `;
}

export function transformLink(transform: string, documentation: Documentation): Markup {
  const link = documentation(transform);
  return link === undefined
    ? markup`<span class="transform">${transform}</span>`
    : markup`<a class="transform" href="${link}" target="_blank" rel="noreferrer">${transform}</a>`;
}

/** Changed lines side by side belong to one block, unchanged ones to another. */
function blocks(lines: readonly Line[]): Line[][] {
  const found: Line[][] = [];
  for (const line of lines) {
    const last = found.at(-1);
    if (last !== undefined && (last[0]!.mark === " ") === (line.mark === " ")) last.push(line);
    else found.push([line]);
  }
  return found;
}

function lineMarkup(line: Line, segments: readonly Segment[]): Markup {
  const { mark, before, after, unended } = line;
  const code = markup`<code>${segments.map(segmentMarkup)}${unended && markup`<span class="unended"></span>`}</code>`;
  const numbers = markup`<i data-n="${before}"></i><i data-n="${after}"></i>`;
  if (mark === "-") return markup`<del class="line old">${numbers}${code}</del>`;
  if (mark === "+") return markup`<ins class="line new">${numbers}${code}</ins>`;
  return markup`<div class="line old same">${numbers}${code}</div><div class="line new same" aria-hidden="true">${numbers}${code}</div>`;
}

function segmentMarkup({ text, kind, changed }: Segment): Markup {
  const parts = visibleParts(text.replace(/\r$/, "")).map(({ text: part, escaped }) =>
    escaped ? markup`<span class="hidden-character">${part}</span>` : markup`${part}`,
  );
  const colored = kind === undefined ? parts : [markup`<span class="${kind}">${parts}</span>`];
  return changed ? markup`<mark>${colored}</mark>` : markup`${colored}`;
}
