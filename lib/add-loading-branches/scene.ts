import type { Node, Statement } from "@babel/types";
import { rangeWithComments } from "../edit/ranges.ts";
import type { Change } from "../edit/source-edit.ts";
import { endOfStatement, indentationAt, indentLines } from "../edit/style.ts";
import type { SessionConsumer } from "../next-auth/session-consumers.ts";
import type { Decision } from "../next-auth/session-decisions.ts";
import { and, not, type Truth } from "../next-auth/session-values.ts";
import { bindingAt } from "../syntax/bindings.ts";
import { placeholderImports } from "./asked-placeholder.ts";
import { asksForLoading, type Range, type SessionFile } from "./session-file.ts";
import { statusReading, type StatusReading } from "./status.ts";
import { functionAround, type FunctionNode } from "../syntax/functions.ts";

/** What is not reached while the session loads, thanks to a branch that was added, or is told as a finding. */
interface Settled extends Range {
  asking: Truth;
}

/** One component or hook, and the changes to it so far. All of its changes are one choice. */
export class Scene {
  readonly in: SessionFile;
  readonly consumer: SessionConsumer;
  readonly owner: FunctionNode;
  readonly #status: StatusReading | undefined;
  readonly #settled: Settled[] = [];
  #isDeclared = false;
  readonly #waitingEffects = new Set<Node>();

  constructor(file: SessionFile, consumer: SessionConsumer) {
    this.in = file;
    this.consumer = consumer;
    this.owner = consumer.owner;
    this.#status = statusReading(file.file, consumer);
  }

  /** Whether a place belongs to this component, not to one inside it that calls useSession itself. */
  has(node: Node): boolean {
    for (let fn = functionAround(this.in.file, node); fn !== undefined; fn = functionAround(this.in.file, fn)) {
      if (fn === this.owner) return true;
      if (this.in.consumers.some(({ owner }) => owner === fn)) return false;
    }
    return false;
  }

  /**
   * Whether a place is reached while the session loads as if nobody were signed in, for all the branches added so far.
   *
   * @param way the place, then the calls that lead to the function around it, inside out
   */
  decide(way: readonly Node[]): Decision | undefined {
    const around = this.#settled.filter(({ start, end }) => way.some((node) => start <= node.start! && node.end! <= end));
    const [place] = way;
    return this.in.flow.decide(way, {
      required: this.consumer.required,
      leaves: place?.type === "ThrowStatement" || this.in.navigations.all.includes(place!),
      whileLoading: and(...around.map(({ asking }) => not(asking))),
    });
  }

  /**
   * How the status is read at a place, made readable; undefined, with a finding, where it cannot be read there
   * or where code behind the new branch still asks for "loading", which TypeScript then calls impossible.
   *
   * @param behind the code that the branch will keep from running while the session loads; of a branch that asks for
   *   more, only where it begins
   */
  status(place: Node, behind: Range, atRender: boolean): string | undefined {
    const { file, report, edits } = this.in;
    const status = this.#status;
    if (status === undefined || !status.isReadableAt(place) || (atRender && behind.start < status.from)) {
      report.finding(
        "session-status-out-of-reach",
        file,
        place,
        "This takes a loading session for a signed-out one, and the status cannot be read here.",
      );
      return undefined;
    }
    const asked = asksForLoading(this.in, behind);
    if (asked !== undefined) {
      report.finding(
        "loading-asked-later",
        file,
        place,
        `This takes a loading session for a signed-out one; line ${file.position(asked).line} asks for "loading" only after it.`,
      );
      return undefined;
    }
    if (!this.#isDeclared)
      status.declare(edits.because("Reads the status, which tells a session that still loads from none.", this.#choice), edits.style);
    this.#isDeclared = true;
    return status.text;
  }

  /** How the session itself is read at a place, where it has a name there. */
  sessionAt(place: Node): string | undefined {
    return this.#status?.sessionAt(place);
  }

  /** Tells of a value that is taken where no placeholder fits. */
  noteValue(place: Node): void {
    this.in.report.finding(
      "session-read-outside-children",
      this.in.file,
      place,
      "While the session loads, this takes the value for people who are signed out; no placeholder fits here.",
    );
  }

  change(reason: string): Change {
    return this.in.edits.because(reason, this.#choice);
  }

  /** Imports what the placeholder that was asked for speaks of. */
  importFor(change: Change, text: string): void {
    const { project, file, placeholder } = this.in;
    if (text !== placeholder) return;
    for (const { local, imported, path } of placeholderImports(project)) {
      if (path === undefined || path === file.path || bindingAt(file, file.ast.program, local)) continue;
      change.addImport({ source: project.resolver.specifierFor(path, file.path), imported, local });
    }
  }

  /**
   * Notes that no more has to be said of a range.
   *
   * @param asking what the branch asks besides whether the session loads: code behind it is reached where that is not so
   */
  settle({ start, end }: Range, asking: Truth = true): void {
    this.#settled.push({ start, end, asking });
  }

  /** Puts a statement before another one and the comments that belong to it. */
  insertBefore(statement: Statement, change: Change, text: string, { spaced = false } = {}): void {
    const { file } = this.in;
    const { start } = rangeWithComments(file, statement);
    const indentation = indentationAt(file, start);
    const isFirstOfLine = file.text.slice(file.text.lastIndexOf("\n", start - 1) + 1, start).trim() === "";
    if (!isFirstOfLine) change.insert(start, `${text.replace(/\n\s*/g, " ")} `);
    else change.insert(start, `${indentLines(text, indentation)}\n${spaced ? "\n" : ""}${indentation}`);
  }

  /** Makes an effect run again when the status changes. */
  dependOnStatus(dependencies: Extract<Node, { type: "ArrayExpression" }>, change: Change, status: string): void {
    const { file } = this.in;
    if (this.#waitingEffects.has(dependencies)) return;
    this.#waitingEffects.add(dependencies);
    const present = dependencies.elements.map((element) => (element ? file.slice(element).replaceAll("?.", ".") : ""));
    if (present.includes(status) || present.includes(status.split(".")[0]!)) return;
    const last = dependencies.elements.at(-1);
    if (!last) change.insert(dependencies.start! + 1, status);
    else {
      const ownLine = /\r?\n([ \t]*)$/.exec(file.text.slice(0, last.start!));
      change.insert(last.end!, ownLine ? `,\n${ownLine[1]}${status}` : `, ${status}`);
    }
  }

  /** The statement that leaves a function while the session loads. */
  leave(condition: string, result: string, asBlock: boolean): string {
    const { style } = this.in.edits;
    const statement = `return${result && ` ${result}`}${endOfStatement(style)}`;
    return asBlock ? `if (${condition}) {\n${style.indent}${statement}\n}` : `if (${condition}) ${statement}`;
  }

  get #choice(): string {
    return `add-loading-branches:${this.in.file.path}#${this.consumer.name ?? this.owner.start}`;
  }
}
