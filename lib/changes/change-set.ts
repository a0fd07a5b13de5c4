import type { Span } from "../edit/spans.ts";

/** What one transform did to one file. */
export interface Step {
  transform: string;
  /** Relative to the text the transform was given, without byte order mark; empty where the whole file was written. */
  spans: readonly Span[];
  reasons: readonly string[];
  /** The file's content after the step. */
  after: string;
}

/** A file's way through the run: what it was, what every transform made of it. `undefined` content is no file. */
export interface FileChange {
  path: string;
  before: string | undefined;
  after: string | undefined;
  steps: readonly Step[];
}

/** Everything a run would change. Writing a file's old content back removes its change. */
export class ChangeSet {
  readonly #changes = new Map<string, FileChange>();

  /** @param before the file's content as it is on disk, or undefined where there is none */
  lay(path: string, before: string | undefined, step: Step): void {
    const change = this.#changes.get(path);
    const first = change ? change.before : before;
    if (first === step.after) this.#changes.delete(path);
    else this.#changes.set(path, { path, before: first, after: step.after, steps: [...(change?.steps ?? []), step] });
  }

  /** The same changes with paths from another folder, as `apply` takes them. */
  renamed(named: (path: string) => string): ChangeSet {
    const renamed = new ChangeSet();
    for (const change of this) renamed.#changes.set(named(change.path), { ...change, path: named(change.path) });
    return renamed;
  }

  get size(): number {
    return this.#changes.size;
  }

  get(path: string): FileChange | undefined {
    return this.#changes.get(path);
  }

  /** Sorted by path. */
  [Symbol.iterator](): Iterator<FileChange> {
    return [...this.#changes.values()].sort((a, b) => (a.path < b.path ? -1 : 1))[Symbol.iterator]();
  }
}

export function kindOf(change: FileChange): "create" | "modify" | "delete" {
  return change.before === undefined ? "create" : change.after === undefined ? "delete" : "modify";
}

/** The reasons of a change, each once, in order. */
export function reasonsOf(change: FileChange): string[] {
  return [...new Set(change.steps.flatMap((step) => step.reasons))];
}

export function transformsOf(change: FileChange): string[] {
  return [...new Set(change.steps.map((step) => step.transform))];
}
