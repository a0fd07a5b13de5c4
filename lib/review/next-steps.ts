import type { Finding } from "../findings/index.ts";
import { indented } from "./columns.ts";
import type { Palette } from "./palette.ts";
import type { RunReview } from "./run-review.ts";
import { visibleLine } from "./visible-text.ts";

/** The first places of a step; a long list is in the findings anyway. */
const PLACES = 4;

/** What is left for a person to do, numbered: by hand from the findings, then what a written change needs to take effect. */
export function nextSteps(review: RunReview, { palette, columns }: { palette: Palette; columns: number }): string {
  const steps = [...byHand(review.findings), ...afterwards(review)];
  if (steps.length === 0) return "";
  const lines = steps.map((step, i) => `  ${i + 1}. ${indented(step, 5, columns).trimStart()}`);
  return `${palette.bold("Next steps")}\n${lines.join("\n")}`;
}

/** One step for all places that ask for the same. */
function byHand(findings: readonly Finding[]): string[] {
  const places = new Map<string, string[]>();
  for (const { severity, help, path, line } of findings) {
    if (severity === "info") continue;
    places.set(help, [...(places.get(help) ?? []), visibleLine(line === undefined ? path : `${path}:${line}`)]);
  }
  return [...places].map(([help, all]) => {
    const unique = [...new Set(all)];
    const more = unique.length > PLACES ? ` and ${unique.length - PLACES} more` : "";
    return `${visibleLine(help)} (${unique.slice(0, PLACES).join(", ")}${more})`;
  });
}

function afterwards({ written, files }: RunReview): string[] {
  if (files.length === 0) return [];
  if (!written) return ["Run again without --dry to write this, or with --interactive to choose."];
  return [
    "Look at the change (git diff); next-auth-codemod undo takes it back.",
    "Restart the dev server: middleware, new files and .env files are read when it starts.",
    "Sign out and in again: a session from before the change lacks what the callbacks add.",
  ];
}
