import type { Node } from "@babel/types";
import type { SourceFile } from "../workspace/source-file.ts";

/** How a file is written, so that new text in it looks like the old. */
export interface FileStyle {
  readonly lineEnd: "\n" | "\r\n";
  /** One level of indentation: a tab or some spaces. */
  readonly indent: string;
  readonly quote: '"' | "'";
  readonly jsxQuote: '"' | "'";
  readonly semicolons: boolean;
  /** Whether lists over several lines end in a comma. */
  readonly trailingCommas: boolean;
}

export const DEFAULT_STYLE: FileStyle = { lineEnd: "\n", indent: "  ", quote: '"', jsxQuote: '"', semicolons: true, trailingCommas: true };

type Shown = { -readonly [Key in keyof FileStyle]?: FileStyle[Key] };

const known = new WeakMap<SourceFile, Shown>();

/** The style of a file; what the file does not show is taken from `otherwise`, which is asked only where it is needed. */
export function styleOf(file: SourceFile, otherwise: () => FileStyle = () => DEFAULT_STYLE): FileStyle {
  const shown = shownStyle(file);
  let others: FileStyle | undefined;
  const value = <Key extends keyof FileStyle>(key: Key): FileStyle[Key] => shown[key] ?? (others ??= otherwise())[key];
  return {
    get lineEnd() {
      return value("lineEnd");
    },
    get indent() {
      return value("indent");
    },
    get quote() {
      return value("quote");
    },
    get jsxQuote() {
      return value("jsxQuote");
    },
    get semicolons() {
      return value("semicolons");
    },
    get trailingCommas() {
      return value("trailingCommas");
    },
  };
}

/** The most common style of some files, for a file that is not there yet. What a file does not show it has no say in. */
export function commonStyle(files: readonly SourceFile[]): FileStyle {
  const styles = files.map((file) => (file.parses ? shownStyle(file) : {}));
  const most = <Key extends keyof FileStyle>(key: Key): FileStyle[Key] =>
    mostCommon(styles.flatMap((style) => (style[key] === undefined ? [] : [style[key]]))) ?? DEFAULT_STYLE[key];
  return {
    lineEnd: most("lineEnd"),
    indent: most("indent"),
    quote: most("quote"),
    jsxQuote: most("jsxQuote"),
    semicolons: most("semicolons"),
    trailingCommas: most("trailingCommas"),
  };
}

function shownStyle(file: SourceFile): Shown {
  let style = known.get(file);
  if (style === undefined) known.set(file, (style = readStyle(file)));
  return style;
}

/** The white space at the start of the line that an offset is in. */
export function indentationAt(file: SourceFile, offset: number): string {
  const lineStart = file.text.lastIndexOf("\n", offset - 1) + 1;
  return /^[ \t]*/.exec(file.text.slice(lineStart))![0];
}

/** Moves the lines of a text to another indentation; the first line is left where it stands. */
export function indentLines(text: string, indentation: string): string {
  return text.replace(/\n(?=[^\r\n])/g, `\n${indentation}`);
}

export function quoteString(value: string, style: Pick<FileStyle, "quote">): string {
  return style.quote + value.replaceAll("\\", "\\\\").replaceAll(style.quote, `\\${style.quote}`) + style.quote;
}

export function endOfStatement(style: Pick<FileStyle, "semicolons">): string {
  return style.semicolons ? ";" : "";
}

function readStyle(file: SourceFile): Shown {
  const style: Shown = {};
  const crlf = file.text.split("\r\n").length - 1;
  const lf = file.text.split("\n").length - 1;
  if (lf > 0) style.lineEnd = crlf > lf / 2 ? "\r\n" : "\n";

  const indent = readIndent(file);
  if (indent !== undefined) style.indent = indent;

  const strings = [
    ...file.nodes("StringLiteral").filter((node) => file.parent(node)?.type !== "JSXAttribute"),
    ...file.nodes("DirectiveLiteral"),
  ];
  const quote = mostCommon(strings.map((node) => file.text[node.start!]));
  if (quote === "'" || quote === '"') style.quote = quote;
  const jsx = file.nodes("StringLiteral").filter((node) => file.parent(node)?.type === "JSXAttribute");
  const jsxQuote = mostCommon(jsx.map((node) => file.text[node.start!]));
  if (jsxQuote === "'" || jsxQuote === '"') style.jsxQuote = jsxQuote;

  const statements: Node[] = (
    ["ImportDeclaration", "VariableDeclaration", "ExpressionStatement", "ReturnStatement", "ExportAllDeclaration", "Directive"] as const
  )
    .flatMap((type): readonly Node[] => file.nodes(type))
    .filter((node) => !/^(?:For|ExportNamed)/.test(file.parent(node)?.type ?? ""));
  const ended = mostCommon(statements.map((node) => file.text[node.end! - 1] === ";"));
  if (ended !== undefined) style.semicolons = ended;

  const lists = [
    ...file.nodes("ObjectExpression").map((node) => node.properties),
    ...file.nodes("ArrayExpression").map((node) => node.elements),
    ...file.nodes("ObjectPattern").map((node) => node.properties),
  ];
  const commas = mostCommon(
    lists.flatMap((items) => {
      const last = items.at(-1);
      const after = last && /^\s*(,?)\s*(?:\/\/.*|\/\*.*\*\/)?\s*[\]}]/.exec(file.text.slice(last.end!, last.end! + 200));
      return after?.[0].includes("\n") ? [after[1] === ","] : [];
    }),
  );
  if (commas !== undefined) style.trailingCommas = commas;
  return style;
}

/** The most common step from one line to a deeper one. */
function readIndent(file: SourceFile): string | undefined {
  const steps: string[] = [];
  let previous = "";
  for (const line of file.text.split(/\r?\n/)) {
    if (line.trim() === "" || /^\s*\*/.test(line)) continue;
    const indentation = /^[ \t]*/.exec(line)![0];
    if (indentation.length > previous.length && indentation.startsWith(previous)) {
      const step = indentation.slice(previous.length);
      if (/^(?:\t| {2,8})$/.test(step)) steps.push(step);
    }
    previous = indentation;
  }
  return mostCommon(steps);
}

function mostCommon<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: T | undefined;
  for (const [value, count] of counts) if (best === undefined || count > counts.get(best)!) best = value;
  return best;
}
