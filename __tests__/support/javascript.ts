import type { Node } from "@babel/types";
import { SourceFile } from "../../lib/workspace/source-file.ts";
import type { Tree } from "./fixture.ts";

/** A TypeScript project as its authors would have written it in JavaScript. */
export function inJavaScript(tree: Tree): Tree {
  return new Map(
    [...tree].map(([path, content]) => {
      if (path.endsWith("tsconfig.json")) return [path.replace("tsconfig", "jsconfig"), content];
      return /\.tsx?$/.test(path) ? [path.replace(/\.ts(x?)$/, ".js$1"), withoutTypes(content, path)] : [path, content];
    }),
  );
}

/** Takes away what only types need, and leaves the rest as it is written. */
function withoutTypes(content: string, path: string): string {
  const file = new SourceFile(path, content);
  const cuts: [start: number, end: number][] = [];
  const cut = ({ start, end }: Node) => cuts.push([start!, end!]);
  const cutLine = ({ start, end }: Node) => cuts.push([start!, content.indexOf("\n", end!) + 1]);
  for (const node of file.nodes("ImportDeclaration")) {
    const named = node.specifiers.filter((specifier) => specifier.type === "ImportSpecifier");
    const types = named.filter(({ importKind }) => importKind === "type");
    const [first] = node.specifiers;
    if (node.importKind === "type" || (types.length > 0 && types.length === node.specifiers.length)) cutLine(node);
    else if (types.length === named.length && types.length > 0) cuts.push([first!.end!, content.indexOf("}", first!.end!) + 1]);
    else
      for (const type of types) {
        const i = named.indexOf(type);
        cuts.push(i > 0 ? [named[i - 1]!.end!, type.end!] : [type.start!, named[1]!.start!]);
      }
  }
  file.nodes("TSTypeAliasDeclaration").forEach(cutLine);
  file.nodes("TSTypeAnnotation").forEach(cut);
  for (const type of ["TSAsExpression", "TSSatisfiesExpression"] as const)
    for (const node of file.nodes(type)) cuts.push([node.expression.end!, node.end!]);
  const outer = cuts.filter(([start, end]) => !cuts.some(([from, to]) => from <= start && end <= to && to - from > end - start));
  return outer.sort(([a], [b]) => b - a).reduce((text, [start, end]) => text.slice(0, start) + text.slice(end), content);
}
