import type { JSXElement, JSXExpressionContainer, JSXFragment, Node } from "@babel/types";
import type { Change } from "../edit/source-edit.ts";
import { indentationAt, type FileStyle } from "../edit/style.ts";
import type { SourceFile } from "../workspace/source-file.ts";

/** What an element is put around: the children of an element, one expression, or a whole tree. */
export type WrapTarget = { kind: "children"; of: JSXElement } | { kind: "expression"; node: Node } | { kind: "tree"; node: Node };

/** Puts an element around a target, the lines in between one level deeper. */
export function wrap(change: Change, file: SourceFile, style: FileStyle, target: WrapTarget, name: string): void {
  if (target.kind === "children") wrapChildren(change, file, style, target.of, name);
  else if (target.kind === "tree") wrapTree(change, file, style, target.node, name);
  else wrapExpression(change, file, style, target.node, name);
}

function wrapExpression(change: Change, file: SourceFile, style: FileStyle, value: Node, name: string): void {
  const node = withFallback(file, value);
  const container = file.parent(node);
  const element = container && file.parent(container);
  if (container?.type === "CallExpression") {
    change.insert(node.start!, `${file.slice(container.callee)}(${name}, null, `).insert(node.end!, ")");
  } else if (container?.type !== "JSXExpressionContainer" || (element?.type !== "JSXElement" && element?.type !== "JSXFragment")) {
    change.insert(node.start!, `<${name}>{`).insert(node.end!, `}</${name}>`);
  } else if (element.type === "JSXElement" && onlyChild(element) === container && !hasOwnLine(file, container))
    wrapChildren(change, file, style, element, name);
  else change.insert(container.start!, `<${name}>`).insert(container.end!, `</${name}>`);
}

/** `children ?? <Nothing />` is wrapped as one: an element is never null. */
function withFallback(file: SourceFile, value: Node): Node {
  const parent = file.parent(value);
  return parent?.type === "LogicalExpression" && parent.left === value ? withFallback(file, parent) : value;
}

/** `<body>…</body>` becomes `<body><Name>…</Name></body>`, on lines of its own. */
function wrapChildren(change: Change, file: SourceFile, style: FileStyle, element: JSXElement, name: string): void {
  const start = element.openingElement.end!;
  const end = element.closingElement!.start!;
  const content = file.text.slice(start, end);
  const outer = indentationAt(file, element.start!);
  const first = /^[ \t]*\r?\n\s*/.exec(content);
  const own = first ? indentationAt(file, start + first[0].length) : outer + style.indent;
  const lastLine = /\r?\n[ \t]*$/.exec(content);
  const closing = lastLine ? start + lastLine.index : end;
  const alone = onlyChild(element);
  if (alone?.type === "JSXExpressionContainer" && !content.trim().includes("\n")) {
    const at = start + content.indexOf(content.trim());
    change
      .insert(at, `${first ? "" : `\n${own}`}<${name}>`)
      .insert(at + content.trim().length, `</${name}>${lastLine ? "" : `\n${outer}`}`);
    return;
  }
  const inner = own + style.indent;
  if (!content.includes("\n")) {
    const parts = inlineParts(file, element);
    change.replace({ start, end }, ["", `${own}<${name}>`, ...parts.map((part) => inner + part), `${own}</${name}>`, outer].join("\n"));
    return;
  }
  change.insert(start, `\n${own}<${name}>${first ? "" : `\n${inner}`}`);
  for (const line of linesOf(file, first ? start : start + 1, closing)) change.insert(line, style.indent);
  change.insert(closing, `\n${own}</${name}>${lastLine ? "" : `\n${outer}`}`);
}

/** The whole of what a component returns. */
function wrapTree(change: Change, file: SourceFile, style: FileStyle, node: Node, name: string): void {
  const own = indentationAt(file, node.start!);
  change.insert(node.start!, `<${name}>\n${own}${style.indent}`);
  for (const line of linesOf(file, node.start!, node.end!)) change.insert(line, style.indent);
  change.insert(node.end!, `\n${own}</${name}>`);
}

/** The children of an element that stands on one line: each for a line where no text is among them. */
function inlineParts(file: SourceFile, element: JSXElement): string[] {
  if (element.children.some((child) => child.type === "JSXText" && child.value.trim() !== ""))
    return [file.text.slice(element.openingElement.end!, element.closingElement!.start!).trim()];
  return element.children.filter((child) => child.type !== "JSXText").map((child) => file.slice(child));
}

/** The starts of the lines in a range that can be indented: not empty, and not inside a string or template. */
function linesOf(file: SourceFile, start: number, end: number): number[] {
  const literals = [...file.nodes("TemplateLiteral"), ...file.nodes("StringLiteral")];
  return Array.from(file.text.slice(start, end).matchAll(/\n(?=[^\r\n])/g), (match) => start + match.index + 1).filter(
    (at) => !literals.some((literal) => literal.start! < at && at < literal.end!),
  );
}

/** The only child of an element that renders anything. */
function onlyChild(element: JSXElement): Node | undefined {
  const children = element.children.filter(renders);
  return children.length === 1 && element.children.every((child) => child === children[0] || child.type === "JSXText")
    ? children[0]
    : undefined;
}

/** Whether a child of an element renders anything: not white space between lines, not a comment. */
export function renders(child: (JSXElement | JSXFragment)["children"][number]): boolean {
  if (child.type === "JSXText") return child.value.trim() !== "";
  return child.type !== "JSXExpressionContainer" || child.expression.type !== "JSXEmptyExpression";
}

function hasOwnLine(file: SourceFile, node: JSXExpressionContainer): boolean {
  return /\n[ \t]*$/.test(file.text.slice(0, node.start!)) && /^[ \t]*\r?\n/.test(file.text.slice(node.end!));
}
