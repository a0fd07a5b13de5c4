import type { Node } from "@babel/types";
import type { SourceFile } from "../workspace/source-file.ts";

export interface Range {
  start: number;
  end: number;
}

/**
 * What to cut so that a statement goes without a trace: its whole lines where it stands alone on them,
 * its trailing comment on the same line included, and one of two empty lines that would meet.
 * The comments above it stay: they may be the file's.
 */
export function statementRange(file: SourceFile, node: Node): Range {
  const { text } = file;
  const lineStart = text.lastIndexOf("\n", node.start! - 1) + 1;
  const ownStart = text.slice(lineStart, node.start!).trim() === "" ? lineStart : node.start!;
  const rest = /^[ \t]*(?:\/\/[^\r\n]*)?(\r?\n|$)/.exec(text.slice(node.end!));
  let end = rest && ownStart === lineStart ? node.end! + rest[0].length : node.end!;
  if (rest && ownStart === lineStart) {
    const emptyBefore = lineStart === 0 || /\n[ \t]*\r?\n$/.test(text.slice(0, lineStart));
    const emptyAfter = /^[ \t]*\r?\n/.exec(text.slice(end));
    if (emptyBefore && emptyAfter) end += emptyAfter[0].length;
  }
  return { start: ownStart, end };
}

/** A node with the comments that stand directly above it, and the one behind it on its line. */
export function rangeWithComments(file: SourceFile, node: Node): Range {
  const { text } = file;
  let start = node.start!;
  for (const comment of [...(node.leadingComments ?? [])].reverse()) {
    const between = text.slice(comment.end!, start);
    if (between.trim() !== "" || between.split("\n").length > 2) break;
    start = comment.start!;
  }
  const trailing = /^[ \t]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/(?=[ \t]*\r?\n))/.exec(text.slice(node.end!));
  return { start, end: node.end! + (trailing?.[0].length ?? 0) };
}
