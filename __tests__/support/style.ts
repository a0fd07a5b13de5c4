import { parseSource } from "../../lib/workspace/parse.ts";
import type { Tree } from "./fixture.ts";

/** Another way to write the same project. The same edit is expected of it. */
export interface Style {
  name: string;
  restyle(content: string, path: string): string;
  /** Whether files that the run creates are written that way too: they follow their neighbours. */
  inNewFiles: boolean;
}

const CODE = /\.[cm]?[jt]sx?$/;

export const styles: readonly Style[] = [
  { name: "CRLF", restyle: (content) => content.replace(/\r?\n/g, "\r\n"), inNewFiles: true },
  { name: "tabs", restyle: (content, path) => (CODE.test(path) ? withTabs(content, path) : content), inNewFiles: true },
  { name: "BOM", restyle: (content, path) => (CODE.test(path) ? `\uFEFF${content}` : content), inNewFiles: false },
  { name: "no semicolons", restyle: (content, path) => (CODE.test(path) ? withoutSemicolons(content, path) : content), inNewFiles: true },
];

export function restyleTree(tree: Tree, style: Style, isNew: (path: string) => boolean = () => false): Map<string, string> {
  return new Map([...tree].map(([path, content]) => [path, isNew(path) && !style.inNewFiles ? content : style.restyle(content, path)]));
}

/** Two spaces at the start of a line become a tab, but for lines inside template literals. */
function withTabs(content: string, path: string): string {
  const inside = templateLines(content, path);
  return content
    .split("\n")
    .map((line, i) => (inside.has(i + 1) ? line : line.replace(/^(?: {2})+/, (spaces) => "\t".repeat(spaces.length / 2))))
    .join("\n");
}

function templateLines(content: string, path: string): Set<number> {
  const lines = new Set<number>();
  visit(parseSource(content, path), (node) => {
    if (node.type !== "TemplateLiteral") return;
    for (let line = node.loc.start.line + 1; line <= node.loc.end.line; line++) lines.add(line);
  });
  return lines;
}

const ENDED =
  /^(?:ImportDeclaration|ExportAllDeclaration|ExportNamedDeclaration|ExportDefaultDeclaration|VariableDeclaration|ExpressionStatement|ReturnStatement|ThrowStatement|Directive|TSTypeAliasDeclaration|ClassProperty|TSPropertySignature|TSMethodSignature|TSDeclareFunction|BreakStatement|ContinueStatement)$/;

/** Drops the semicolons at line ends that end a statement, where the next line cannot be taken for its continuation. */
function withoutSemicolons(content: string, path: string): string {
  const cuts = new Set<number>();
  visit(parseSource(content, path), (node) => {
    if (!ENDED.test(node.type) || content[node.end - 1] !== ";") return;
    if (/^[ \t]*(?:\/\/.*)?(?:\n\s*(?![\s([`+\-*]|\/[^/*])|\s*$)/.test(content.slice(node.end))) cuts.add(node.end - 1);
  });
  return [...content].length === content.length ? [...content].filter((_, i) => !cuts.has(i)).join("") : cutAt(content, cuts);
}

function cutAt(content: string, cuts: ReadonlySet<number>): string {
  return [...cuts].sort((a, b) => b - a).reduce((text, at) => text.slice(0, at) + text.slice(at + 1), content);
}

interface Visited {
  type: string;
  start: number;
  end: number;
  loc: { start: { line: number }; end: { line: number } };
}

function visit(node: unknown, see: (node: Visited) => void): void {
  if (typeof node !== "object" || node === null) return;
  if (typeof (node as Visited).type === "string" && typeof (node as Visited).start === "number") see(node as Visited);
  for (const [key, value] of Object.entries(node)) {
    if (key === "loc" || key.endsWith("omments")) continue;
    if (Array.isArray(value)) for (const item of value) visit(item, see);
    else visit(value, see);
  }
}
