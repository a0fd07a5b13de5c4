import type { FileChange } from "../changes/change-set.ts";
import { reviewFile } from "./file-review.ts";
import { quotedPath } from "./quoted-path.ts";
import { unifiedDiff } from "./unified-diff.ts";

export interface Patch {
  text: string;
  files: number;
  /** What the patch leaves out, and why. */
  leftOut: { path: string; why: string }[];
}

interface PatchRequest {
  changes: Iterable<FileChange>;
  /** A change's path as the patch names it: from the git root, else from where it will be applied. */
  named: (path: string) => string;
  isIgnored: (path: string) => boolean;
}

/**
 * The changes as `git apply` takes them. Left out are files that git ignores, and env files whose lines would show a
 * value.
 */
export function patchOf({ changes, named, isIgnored }: PatchRequest): Patch {
  const patch: Patch = { text: "", files: 0, leftOut: [] };
  for (const change of changes) {
    const path = named(change.path);
    const context = contextFor(change);
    if (isIgnored(change.path)) patch.leftOut.push({ path, why: "git ignores it" });
    else if (context === undefined) patch.leftOut.push({ path, why: "it would show values of an env file" });
    else {
      patch.text += filePatch(change, path, context);
      patch.files++;
    }
  }
  return patch;
}

/** How many unchanged lines may be shown: none where they hold values, and undefined where values show even so. */
function contextFor(change: FileChange): number | undefined {
  return [3, 0].find((context) => {
    const shown = unifiedDiff(reviewFile(change, { masked: false, context }));
    // Without context git can only append, and only to more than one line.
    return shown === unifiedDiff(reviewFile(change, { context })) && (context > 0 || isAppended(change));
  });
}

function isAppended({ before = "", after = "" }: FileChange): boolean {
  return /\n[^]*\n$/.test(before) && after.startsWith(before);
}

function filePatch(change: FileChange, path: string, context: number): string {
  const review = reviewFile(change, { path, masked: false, context });
  const head = `diff --git ${quotedPath(`a/${path}`)} ${quotedPath(`b/${path}`)}\n`;
  const mode = { create: "new file mode 100644\n", delete: "deleted file mode 100644\n", modify: "" }[review.kind];
  return head + mode + (review.hunks.length === 0 ? "" : unifiedDiff(review));
}
