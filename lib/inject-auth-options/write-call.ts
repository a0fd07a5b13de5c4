import type { Node } from "@babel/types";
import type { Change } from "../edit/source-edit.ts";
import { indentationAt } from "../edit/style.ts";
import { holdsNothing, type SessionCall } from "../next-auth/session-calls.ts";

/** Makes the options a call's only argument. */
export function passOnly(change: Change, { file, call, callee }: SessionCall, options: string): void {
  const typed = "typeParameters" in call ? call.typeParameters : undefined;
  const start = file.text.indexOf("(", ((typed ?? callee) as Node).end!) + 1;
  const end = call.end! - 1;
  const between = file.text.slice(start, end);
  const isComment = call.arguments.length === 0 && between.trim() !== "";
  if (isComment) change.insert(end, /\s$/.test(between) ? options : ` ${options}`);
  else change.replace({ start, end }, options);
}

/** Puts the options behind the request and the response, on a line of their own where these have one. */
export function passThird(change: Change, { file, call }: SessionCall, options: string): void {
  const last = call.arguments.at(-1)!;
  if (call.arguments.length > 2 && holdsNothing(last)) {
    change.replace(last, options);
    return;
  }
  const lineStart = file.text.lastIndexOf("\n", last.start! - 1) + 1;
  const hasOwnLine = lineStart > call.start! && file.text.slice(lineStart, last.start!).trim() === "";
  change.insert(endWithParentheses(file.text, last), hasOwnLine ? `,\n${indentationAt(file, last.start!)}${options}` : `, ${options}`);
}

/** Babel's end of a node leaves out the parentheses around it. */
function endWithParentheses(text: string, node: Node): number {
  return node.extra?.parenthesized ? text.indexOf(")", node.end!) + 1 : node.end!;
}
