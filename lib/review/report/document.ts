import { createHash } from "node:crypto";
import { basename } from "node:path";
import type { RunReview } from "../run-review.ts";
import { visibleLine } from "../visible-text.ts";
import { counts, fileSection, transformLink, type Documentation } from "./file-section.ts";
import { fileTree } from "./file-tree.ts";
import { findingsSection } from "./findings-section.ts";
import { markup, trusted, type Markup } from "./markup.ts";
import { pageScript } from "./page-script.ts";
import { pageStyle } from "./page-style.ts";

/**
 * A run as one self-contained page that asks no network for anything. Text of the project is escaped wherever it stands,
 * and the page's own policy lets no script or style run but the two it was made with.
 */
export function reportDocument(review: RunReview, documentation: Documentation): string {
  const files = review.files.map((file, i) => ({ review: file, id: `file-${i + 1}` }));
  const title = `${basename(review.root) || review.root}: ${review.written ? "what was changed" : "what would change"}`;
  const policy = `default-src 'none'; style-src '${hash(pageStyle)}'; script-src '${hash(pageScript)}'; base-uri 'none'; form-action 'none'`;
  return markup`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${trusted(policy)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>${visibleLine(title)}</title>
        <style>${trusted(pageStyle)}</style>
      </head>
      <body class="unified">
        ${pageHeader(review, title)}
        <div class="columns">
          <aside aria-label="Files">
            <input type="search" id="search" placeholder="Filter files (/)" aria-label="Filter files" />
            ${transformFilter(review, documentation)}
            <nav>${fileTree(files)}</nav>
          </aside>
          <main>
            <p class="nothing" hidden>Nothing matches the filter.</p>
            ${files.map(({ review: file, id }) => fileSection(file, id, documentation))}
            ${files.length === 0 && markup`<p class="empty">Nothing ${review.written ? "was" : "has to be"} changed.</p>`}
            ${findingsSection(review.findings, documentation)} ${refusedSection(review, documentation)} ${rightSection(review)}
          </main>
        </div>
        ${keyboardHelp()}
        <script>${trusted(pageScript)}</script>
      </body>
    </html>
`.html;
}

function hash(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

function pageHeader({ root, written, files, right, refused, summary }: RunReview, title: string): Markup {
  const numbers: [label: string, value: number, target?: string][] = [
    [written ? "created" : "to create", summary.created],
    [written ? "changed" : "to change", summary.changed],
    ["already right", right.length, "right"],
    ["left alone", summary.leftAlone, "findings-warning"],
    ["refused", refused.length, "refused"],
    ["failed", summary.failed, "findings-error"],
  ];
  const shown = numbers.filter(([, value], i) => value > 0 || i < 2);
  const total = (count: "added" | "removed") => files.reduce((sum, file) => sum + file[count], 0);
  return markup`<header class="page">
    <div class="title">
      <h1>${visibleLine(title)}</h1>
      <p class="root">${visibleLine(root)}</p>
    </div>
    <p class="state ${written ? "written" : "dry"}">${written ? "written" : "dry run"}</p>
    <ul class="numbers">
      ${shown.map(([label, value, target]) => markup`<li>${target !== undefined && value > 0 ? markup`<a href="#${target}"><b>${value}</b> ${label}</a>` : markup`<b>${value}</b> ${label}`}</li>`)}
      <li>${counts(total("added"), total("removed"))}</li>
    </ul>
    <div class="tools" role="toolbar" aria-label="View">
      <span class="switch"
        ><button type="button" id="unified" aria-pressed="true">Unified</button
        ><button type="button" id="split" aria-pressed="false">Side by side</button></span
      >
      <button type="button" id="theme" title="Light or dark (t)">Theme</button>
      <button type="button" id="keys" title="Keys (?)">?</button>
    </div>
  </header>`;
}

function transformFilter({ transforms, files, findings }: RunReview, documentation: Documentation): Markup {
  const hunks = files.flatMap((file) => file.hunks.flatMap(({ causes }) => [...new Set(causes.map(({ transform }) => transform))]));
  const names = transforms.filter((name) => hunks.includes(name) || findings.some(({ transform }) => transform === name));
  if (names.length === 0) return markup``;
  const rows = names.map(
    (name) =>
      markup`<li>
        <label><input type="checkbox" class="by-transform" value="${name}" checked /> ${name}</label>
        <span class="number">${hunks.filter((one) => one === name).length}</span>
        ${documentation(name) !== undefined && markup`<a href="${documentation(name)}" target="_blank" rel="noreferrer" aria-label="Documentation of ${name}">docs</a>`}
      </li>`,
  );
  return markup`<fieldset>
    <legend>Transforms</legend>
    <ul>
      ${rows}
    </ul>
  </fieldset>`;
}

function refusedSection({ refused }: RunReview, documentation: Documentation): Markup {
  if (refused.length === 0) return markup``;
  const rows = refused.map(
    ({ transform, paths, reasons }) =>
      markup`<li class="finding" data-transforms="${transform}">
        <p class="place">${transformLink(transform, documentation)} <code>${paths.map(visibleLine).join(", ")}</code></p>
        <p>${visibleLine(reasons.join("; "))}</p>
      </li>`,
  );
  return markup`<details class="findings" id="refused" open>
    <summary>
      <h2>Refused in review</h2>
      <span class="number">${refused.length}</span>
    </summary>
    <ul>
      ${rows}
    </ul>
  </details>`;
}

function rightSection({ right }: RunReview): Markup {
  if (right.length === 0) return markup``;
  return markup`<details class="findings" id="right">
    <summary>
      <h2>Already right</h2>
      <span class="number">${right.length}</span>
    </summary>
    <ul>
      ${right.map((path) => markup`<li><code>${visibleLine(path)}</code></li>`)}
    </ul>
  </details>`;
}

function keyboardHelp(): Markup {
  const keys: [string, string][] = [
    ["j, k", "next and previous file"],
    ["n, p", "next and previous change"],
    ["v", "unified or side by side"],
    ["t", "light or dark"],
    ["/", "filter files"],
    ["?", "these keys"],
  ];
  return markup`<dialog id="help">
    <h2>Keys</h2>
    <dl>
      ${keys.map(
        ([key, meaning]) =>
          markup`<dt><kbd>${key}</kbd></dt>
            <dd>${meaning}</dd>`,
      )}
    </dl>
    <form method="dialog"><button>Close</button></form>
  </dialog>`;
}
