import { closeSync, lstatSync, openSync, readFileSync, readSync, realpathSync, statSync } from "node:fs";
import { isCode } from "./code-file.ts";
import { listFiles } from "./list-files.ts";
import { SourceFile } from "./source-file.ts";
import { readSpecifiers } from "./specifiers.ts";
import { isWithin } from "./surroundings.ts";

/** Nearly every question is for a string with one of these in it: a file without any is read once only. */
const LIKELY = ["auth", "Auth", "Session"];
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Whether files without any of LIKELY can be left out when these strings are looked for. */
export function isLikely(strings: readonly string[]): boolean {
  return strings.every((string) => LIKELY.some((part) => string.includes(part)));
}

/** What one look at a code file tells of it; its text is kept only where it is likely to be asked for. */
interface Glance {
  /** Whether the text has one of LIKELY. */
  isLikely: boolean;
  specifiers: readonly string[];
}

const UNREADABLE: Glance = { isLikely: false, specifiers: [] };

type Kind = "file" | "folder" | "none";

const OUTWARD = /(?:^|\/)\.\.(?:\/|$)/;
const LINKED_PACKAGE = /(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/]+$/;

/** What is on disk, read lazily and kept for the whole run. Paths are relative to the root, with `/`. */
export class Disk {
  readonly #root: string;
  readonly #lists = new Map<string, { paths: readonly string[]; set: ReadonlySet<string> }>();
  readonly #kinds = new Map<string, Kind>();
  readonly #sources = new Map<string, SourceFile | undefined>();
  readonly #glances = new Map<string, Glance>();
  readonly #likely = new WeakMap<readonly string[], readonly string[]>();
  readonly #withoutMention = new Map<string, Set<string>>();
  readonly #scratch = Buffer.allocUnsafeSlow(1 << 18);
  #released = 0;

  constructor(root: string) {
    this.#root = root;
  }

  get parsedCount(): number {
    return this.#released + [...this.#sources.values()].filter((file) => file?.isParsed).length;
  }

  release(paths: readonly string[]): void {
    for (const path of paths) {
      if (this.#sources.get(path)?.isParsed) this.#released++;
      this.#sources.delete(path);
      this.#glances.delete(path);
    }
  }

  list(folder: string): readonly string[] {
    return this.#listed(folder).paths;
  }

  isListed(folder: string, path: string): boolean {
    return this.#listed(folder).set.has(path);
  }

  /** Nothing behind a link is there, but for an installed package that is linked from within the root, as pnpm does. */
  kind(path: string): Kind {
    for (const { set } of this.#lists.values()) if (set.has(path)) return "file";
    let kind = this.#kinds.get(path);
    if (kind === undefined) {
      const above = path.slice(0, Math.max(path.lastIndexOf("/"), 0));
      kind = !OUTWARD.test(path) && (above === "" || this.kind(above) === "folder") ? this.#look(path) : "none";
      this.#kinds.set(path, kind);
    }
    return kind;
  }

  #look(path: string): Kind {
    const absolute = `${this.#root}/${path}`;
    try {
      let stat = lstatSync(absolute, { throwIfNoEntry: false });
      if (stat?.isSymbolicLink() && LINKED_PACKAGE.test(path) && isWithin(realpathSync(absolute), this.#root)) stat = statSync(absolute);
      return stat?.isFile() ? "file" : stat?.isDirectory() ? "folder" : "none";
    } catch {
      return "none"; // not there
    }
  }

  source(path: string): SourceFile | undefined {
    if (!this.#sources.has(path)) {
      const bytes = this.kind(path) === "file" ? this.#readBytes(path) : undefined;
      this.#sources.set(path, bytes && toSource(path, bytes));
    }
    return this.#sources.get(path);
  }

  /** The files of a list that have one of LIKELY in them. */
  likely(paths: readonly string[]): readonly string[] {
    let likely = this.#likely.get(paths);
    if (likely === undefined) this.#likely.set(paths, (likely = paths.filter((path) => isCode(path) && this.#glance(path).isLikely)));
    return likely;
  }

  /** As `source`, but a file without any of the strings is forgotten again: memory grows with the matches only. */
  sourceMentioning(path: string, strings: readonly string[]): SourceFile | undefined {
    if (this.#sources.has(path)) return this.#sources.get(path);
    const key = strings.join("\0");
    const without = this.#withoutMention.get(key) ?? new Set<string>();
    this.#withoutMention.set(key, without);
    if (without.has(path)) return undefined;
    const bytes = this.#readBytes(path);
    if (bytes !== undefined && strings.some((string) => bytes.includes(string))) {
      const source = toSource(path, bytes);
      this.#sources.set(path, source);
      return source;
    }
    without.add(path);
    return undefined;
  }

  specifiers(path: string): readonly string[] {
    return this.#glance(path).specifiers;
  }

  #glance(path: string): Glance {
    let glance = this.#glances.get(path);
    if (glance === undefined) {
      const bytes = this.#readBytes(path);
      const text = bytes?.toString("utf8");
      glance =
        text === undefined ? UNREADABLE : { isLikely: LIKELY.some((string) => text.includes(string)), specifiers: readSpecifiers(text) };
      this.#glances.set(path, glance);
      if (glance.isLikely && !this.#sources.has(path)) this.#sources.set(path, toSource(path, bytes!));
    }
    return glance;
  }

  /** @returns a view that the next read overwrites */
  #readBytes(path: string): Buffer | undefined {
    let descriptor: number | undefined;
    try {
      descriptor = openSync(`${this.#root}/${path}`, "r");
      const length = readSync(descriptor, this.#scratch, 0, this.#scratch.length, null);
      return length < this.#scratch.length ? this.#scratch.subarray(0, length) : readFileSync(`${this.#root}/${path}`);
    } catch {
      return undefined;
    } finally {
      if (descriptor !== undefined) closeSync(descriptor);
    }
  }

  #listed(folder: string) {
    let known = this.#lists.get(folder);
    if (known === undefined) {
      const paths = listFiles(this.#root, folder);
      known = { paths, set: new Set(paths) };
      this.#lists.set(folder, known);
    }
    return known;
  }
}

/** Not UTF-8, or with a null byte: not source code that can be edited safely. */
function toSource(path: string, bytes: Buffer): SourceFile | undefined {
  try {
    const content = decoder.decode(bytes);
    return content.includes("\0") ? undefined : new SourceFile(path, content);
  } catch {
    return undefined;
  }
}
