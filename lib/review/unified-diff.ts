import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";
import type { FileChange } from "../changes/change-set.ts";

/** The unified diff of one file, with `/dev/null` for a file that is not there before or after. */
export function unifiedDiff({ path, before, after }: Pick<FileChange, "path" | "before" | "after">): string {
  const from = before === undefined ? "/dev/null" : `a/${path}`;
  const to = after === undefined ? "/dev/null" : `b/${path}`;
  return createTwoFilesPatch(from, to, before ?? "", after ?? "", undefined, undefined, { context: 3, headerOptions: FILE_HEADERS_ONLY });
}
