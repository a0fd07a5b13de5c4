import type { FileChange } from "../changes/change-set.ts";
import { reviewFile } from "./file-review.ts";
import { isEnvFile } from "./mask-env.ts";
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
 * value: what is only appended to one is written without context.
 */
export function patchOf({ changes, named, isIgnored }: PatchRequest): Patch {
  const patch: Patch = { text: "", files: 0, leftOut: [] };
  for (const change of changes) {
    const path = named(change.path);
    if (isIgnored(change.path)) patch.leftOut.push({ path, why: "git ignores it" });
    else if (isEnvFile(change.path) && change.before !== undefined && !isAppended(change))
      patch.leftOut.push({ path, why: "it would show values of an env file" });
    else {
      patch.text += filePatch(change, path);
      patch.files++;
    }
  }
  return patch;
}

function isAppended({ before, after }: FileChange): boolean {
  return before === "" || (before!.endsWith("\n") && (after?.startsWith(before!) ?? false));
}

function filePatch(change: FileChange, path: string): string {
  const review = reviewFile(change, { path, masked: false, context: isEnvFile(change.path) ? 0 : 3 });
  const head = `diff --git ${quotedPath(`a/${path}`)} ${quotedPath(`b/${path}`)}\n`;
  const mode = { create: "new file mode 100644\n", delete: "deleted file mode 100644\n", modify: "" }[review.kind];
  return head + mode + (review.hunks.length === 0 ? "" : unifiedDiff(review));
}
