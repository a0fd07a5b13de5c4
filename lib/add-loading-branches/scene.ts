import type { Node, Statement } from "@babel/types";
import type { Change, SourceEdit } from "../edit/source-edit.ts";
import { rangeWithComments } from "../edit/ranges.ts";
import { endOfStatement, indentationAt, indentLines } from "../edit/style.ts";
import { SessionDecisions } from "../next-auth/session-decisions.ts";
import { sessionConsumers, type SessionConsumer } from "../next-auth/session-consumers.ts";
import { LOADING, SessionStates, UNAUTHENTICATED } from "../next-auth/session-states.ts";
import type { Project } from "../project/project.ts";
import { bindingAt } from "../syntax/bindings.ts";
import { functionAround, type FunctionNode } from "../syntax/components.ts";
import type { Report } from "../transform.ts";
import type { SourceFile } from "../workspace/source-file.ts";
import { placeholderImports } from "./asked-placeholder.ts";
import { navigationsIn, type Navigations } from "./navigations.ts";
import { statusReading, type StatusReading } from "./status.ts";

/** What is known of a file that calls useSession. */
export interface SessionFile {
  project: Project;
  report: Report;
  file: SourceFile;
  edits: SourceEdit;
  consumers: readonly SessionConsumer[];
  states: SessionStates;
  flow: SessionDecisions;
  navigations: Navigations;
  placeholder: string;
}

export function readSessionFile(project: Project, report: Report, file: SourceFile, edits: SourceEdit, placeholder: string): SessionFile {
  const consumers = sessionConsumers(project, file);
  const navigations = navigationsIn(project, file);
  const states = new SessionStates(
    file,
    consumers.flatMap(({ calls }) => calls.map(({ call }) => call)),
  );
  return {
    project,
    report,
    file,
    edits,
    consumers,
    states,
    navigations,
    flow: new SessionDecisions(file, states, navigations.isExit),
    placeholder,
  };
}

/** One component or hook, and the changes to it so far. All of its changes are one choice. */
export class Scene {
  readonly in: SessionFile;
  readonly consumer: SessionConsumer;
  readonly owner: FunctionNode;
  readonly #status: StatusReading | undefined;
  /** Where the session is not loading any more, thanks to a branch that was added. */
  readonly #settled: { start: number; end: number }[] = [];
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

  isSettled(node: Node): boolean {
    return this.#settled.some(({ start, end }) => start <= node.start! && node.end! <= end);
  }

  /**
   * How the status is read at a place, made readable; undefined, with a finding, where it cannot be read there
   * or where code behind the new branch still asks for "loading", which TypeScript then calls impossible.
   *
   * @param behind the code that the branch will keep from running while the session loads
   */
  status(place: Node, behind: { start: number; end: number }, atRender: boolean): string | undefined {
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
    const asked = this.#asksForLoading(behind);
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

  settle(range: { start: number; end: number }): void {
    this.#settled.push(range);
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

  #asksForLoading({ start, end }: { start: number; end: number }): Node | undefined {
    const { file, states } = this.in;
    const isStatus = (node: Node) => {
      const [loading, signedOut] = [states.value(node, LOADING), states.value(node, UNAUTHENTICATED)];
      return (
        loading.type === "literal" && loading.value === "loading" && signedOut.type === "literal" && signedOut.value === "unauthenticated"
      );
    };
    const within = (node: Node) => start <= node.start! && node.end! <= end;
    const compared = file.nodes("BinaryExpression").find(
      (node) =>
        within(node) &&
        [
          [node.left, node.right],
          [node.right, node.left],
        ].some(([a, b]) => b!.type === "StringLiteral" && b!.value === "loading" && isStatus(a!)),
    );
    return (
      compared ??
      file
        .nodes("SwitchStatement")
        .find(
          (node) =>
            within(node) &&
            isStatus(node.discriminant) &&
            node.cases.some(({ test }) => test?.type === "StringLiteral" && test.value === "loading"),
        )
    );
  }
}
