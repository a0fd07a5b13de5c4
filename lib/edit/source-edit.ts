import type { Node } from "@babel/types";
import type { ImportBinding } from "../syntax/imports.ts";
import type { SourceFile } from "../workspace/source-file.ts";
import { importSpans, type ImportWish } from "./imports.ts";
import type { Range } from "./ranges.ts";
import { applySpans, sortSpans, type Span } from "./spans.ts";
import { styleOf, type FileStyle } from "./style.ts";

/**
 * Collects what a transform wants changed in one file, and renders it. Nothing is written and the tree
 * stays as it was: the tree answers questions, spans change the text. Line ends of new text are the file's.
 */
export class SourceEdit {
  readonly file: SourceFile;
  readonly style: FileStyle;
  readonly #transform: string;
  readonly #spans: Span[] = [];
  readonly #wishes: ImportWish[] = [];
  /** The choices that the file has a part in. */
  readonly choices = new Set<string>();

  constructor(file: SourceFile, transform: string, projectStyle?: () => FileStyle) {
    this.file = file;
    this.style = styleOf(file, projectStyle);
    this.#transform = transform;
  }

  /**
   * Starts a change.
   *
   * @param reason why, in one line, as a reviewer wants to read it over the hunk
   * @param choice what it is accepted or refused with: changes of a run with the same choice are one;
   *   by default the file's changes by this transform
   */
  because(reason: string, choice = `${this.#transform}:${this.file.path}`): Change {
    this.choices.add(choice);
    return new Change(this.file, { reason, choice }, this.#spans, this.#wishes);
  }

  get isEmpty(): boolean {
    return this.#spans.length === 0 && this.#wishes.length === 0;
  }

  /** The final spans: imports added, and those removed that lost their last use; sorted. */
  spans(accept: (choice: string) => boolean = () => true): Span[] {
    const own = this.#spans.filter((span) => accept(span.choice));
    const wishes = this.#wishes.filter((wish) => accept(wish.choice));
    if (own.length === 0 && wishes.length === 0) return [];
    const withEnds = (span: Span): Span => ({ ...span, text: span.text.replace(/\r?\n/g, this.style.lineEnd) });
    return sortSpans(this.file.path, [...own, ...importSpans(this.file, this.style, wishes, own)].map(withEnds));
  }

  /** The whole resulting content, byte order mark included. */
  render(accept?: (choice: string) => boolean): string {
    return this.file.byteOrderMark + applySpans(this.file.text, this.spans(accept));
  }
}

/** One change with its reason: as many places as belong to it. */
class Change {
  readonly #file: SourceFile;
  readonly #why: { reason: string; choice: string };
  readonly #spans: Span[];
  readonly #wishes: ImportWish[];

  constructor(file: SourceFile, why: { reason: string; choice: string }, spans: Span[], wishes: ImportWish[]) {
    this.#file = file;
    this.#why = why;
    this.#spans = spans;
    this.#wishes = wishes;
  }

  replace(range: Node | Range, text: string): this {
    const { start, end } = range as Range;
    if (this.#file.text.slice(start, end) !== text) this.#spans.push({ start, end, text, ...this.#why });
    return this;
  }

  insert(offset: number, text: string): this {
    this.#spans.push({ start: offset, end: offset, text, ...this.#why });
    return this;
  }

  insertBefore(node: Node, text: string): this {
    return this.insert(node.start!, text);
  }

  insertAfter(node: Node, text: string): this {
    return this.insert(node.end!, text);
  }

  remove(range: Node | Range): this {
    return this.replace(range, "");
  }

  /** Adds an import once: merged into one from the same module where there is one. */
  addImport(wish: Omit<ImportWish & { kind: "add" }, "kind" | "reason" | "choice">): this {
    this.#wishes.push({ kind: "add", ...wish, ...this.#why });
    return this;
  }

  /** Removes one imported name, and its declaration with the last one. */
  removeImport(binding: ImportBinding): this {
    this.#wishes.push({ kind: "remove", binding, ...this.#why });
    return this;
  }

  /** Keeps an import that the change would otherwise remove as unused. */
  keepImport(binding: ImportBinding): this {
    this.#wishes.push({ kind: "keep", binding, ...this.#why });
    return this;
  }
}

export type { Change };
