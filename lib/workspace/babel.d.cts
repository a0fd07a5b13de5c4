import type * as Parser from "@babel/parser";
import type { default as Traverse } from "@babel/traverse";

declare const babel: {
  readonly parser: typeof Parser;
  readonly traverse: typeof Traverse;
};
export = babel;
