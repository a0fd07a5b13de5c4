import type { Colors } from "picocolors/types";
import type { ChangeSet } from "../changes/change-set.ts";
import { reasonsOf, transformsOf } from "../changes/change-set.ts";
import { unifiedDiff } from "./unified-diff.ts";

interface Show {
  named: (path: string) => string;
  /** Whole resulting files instead of a diff. */
  print: boolean;
  colors: Colors;
}

/** The changes as a person or `git apply` reads them. */
export function changesText(changes: ChangeSet, { named, print, colors }: Show): string {
  return [...changes]
    .map((change) => {
      const path = named(change.path);
      if (print) return `${colors.bold(`// ${path}`)}\n${change.after ?? ""}\n`;
      const why = reasonsOf(change).map((reason) => colors.dim(`# ${transformsOf(change).join(", ")}: ${reason}`));
      return [...why, colorDiff(unifiedDiff({ ...change, path }), colors)].join("\n");
    })
    .join("\n");
}

function colorDiff(diff: string, colors: Colors): string {
  return diff
    .split("\n")
    .map((line) => {
      if (/^(?:---|\+\+\+) /.test(line)) return colors.bold(line);
      if (line.startsWith("@@")) return colors.cyan(line);
      if (line.startsWith("+")) return colors.green(line);
      return line.startsWith("-") ? colors.red(line) : line;
    })
    .join("\n");
}
