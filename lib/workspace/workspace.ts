import { closeSync, lstatSync, openSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import { listFiles } from "./list-files.ts";
import { SourceFile } from "./source-file.ts";

const CODE = /\.[cm]?[jt]sx?$/;
const DECLARATIONS = /\.d\.[cm]?ts$/;
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * A read-only view of the project's files: what is on disk, and laid over it what earlier transforms
 * of the same run would write. A text is read at most once and a file parsed at most once per content.
 * All paths are relative to `root`, with `/`.
 */
export class Workspace {
  /** Absolute. Nothing outside is read for its content. */
  readonly root: string;
  readonly #disk: Disk;
  /** The same object for all layers with the same files and folders: the key for facts that no content can touch. */
  readonly shape: object;
  readonly #overlay: ReadonlyMap<string, SourceFile | null>;
  #laidFolders: ReadonlySet<string> | undefined;

  private constructor(root: string, disk: Disk, shape: object, overlay: ReadonlyMap<string, SourceFile | null>) {
    this.root = root;
    this.shape = shape;
    this.#disk = disk;
    this.#overlay = overlay;
  }

  static open(root: string): Workspace {
    return new Workspace(root, new Disk(root), {}, new Map());
  }

  /** The same workspace with some files replaced, created, or (null) deleted. */
  with(changes: Iterable<readonly [path: string, content: string | null]>): Workspace {
    const laid = [...changes];
    if (laid.length === 0) return this;
    const overlay = new Map(this.#overlay);
    for (const [path, content] of laid) overlay.set(path, content === null ? null : new SourceFile(path, content));
    const isSameShape = laid.every(([path, content]) => content !== null && this.has(path));
    return new Workspace(this.root, this.#disk, isSameShape ? this.shape : {}, overlay);
  }

  /** What is the same for all layers over one root: the key for facts that no change of a run can touch. */
  get ground(): object {
    return this.#disk;
  }

  /** The files below a folder (`""` is the root), .gitignore respected, links left out, sorted. */
  files(folder = ""): readonly string[] {
    const below = folder === "" ? "" : `${folder}/`;
    const listed = this.#disk.list(folder).filter((path) => this.#overlay.get(path) !== null);
    const created = [...this.#overlay].filter(
      ([path, file]) => file !== null && path.startsWith(below) && !this.#disk.isListed(folder, path),
    );
    return created.length === 0 ? listed : [...listed, ...created.map(([path]) => path)].sort();
  }

  /** Whether there is a regular file at a path, ignored by git or not. */
  has(path: string): boolean {
    const laid = this.#overlay.get(path);
    if (laid !== undefined) return laid !== null;
    return this.#disk.kind(path) === "file";
  }

  hasFolder(path: string): boolean {
    if (this.#disk.kind(path) === "folder") return true;
    this.#laidFolders ??= new Set([...this.#overlay].flatMap(([laid, file]) => (file === null ? [] : foldersAround(laid))));
    return this.#laidFolders.has(path);
  }

  /** A file's content, byte order mark included; undefined where there is no such regular file or it is not UTF-8. */
  read(path: string): string | undefined {
    const file = this.source(path);
    return file && file.byteOrderMark + file.text;
  }

  /** A file to ask questions of. The same object for the same content, so that its tree is kept. */
  source(path: string): SourceFile | undefined {
    const laid = this.#overlay.get(path);
    if (laid !== undefined) return laid ?? undefined;
    return this.#disk.source(path);
  }

  /** How many files' syntax trees were read. */
  get parsedCount(): number {
    return this.#disk.parsedCount + [...this.#overlay.values()].filter((file) => file?.isParsed).length;
  }

  /** Forgets the trees of files that nobody will ask about again. */
  release(paths: readonly string[]): Workspace {
    this.#disk.release(paths);
    return this.with(paths.flatMap((path) => (this.#overlay.get(path) ? [[path, this.read(path)!] as const] : [])));
  }

  /** The strings of a code file that may name a module, found in its text: more than there are, never fewer. */
  specifiers(path: string): readonly string[] {
    const laid = this.#overlay.get(path);
    if (laid !== undefined) return laid === null ? [] : readSpecifiers(laid.text);
    return this.#disk.specifiers(path);
  }

  /** The code files among `paths` whose text has one of `strings`, unparsed. */
  mentioning(paths: readonly string[], strings: readonly string[]): SourceFile[] {
    const { common, others } = this.#disk.split(paths);
    const found = new Map<string, SourceFile>();
    const look = (path: string, onDisk: () => SourceFile | undefined) => {
      const laid = this.#overlay.get(path);
      const file = laid === undefined ? onDisk() : laid;
      if (file && strings.some((string) => file.text.includes(string))) found.set(path, file);
    };
    for (const path of common) look(path, () => this.#disk.source(path));
    const isCommon = strings.every((string) => COMMON.some((part) => string.includes(part)));
    if (isCommon) for (const path of this.#overlay.keys()) if (others.has(path)) look(path, () => undefined);
    if (!isCommon) for (const path of others) look(path, () => this.#disk.sourceMentioning(path, strings));
    return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, file]) => file);
  }
}

/** JavaScript and TypeScript, without declaration files. */
export function isCode(path: string): boolean {
  return CODE.test(path) && !DECLARATIONS.test(path);
}

/** What is on disk, read lazily and kept for the whole run. */
class Disk {
  readonly #root: string;
  readonly #lists = new Map<string, { paths: readonly string[]; set: Set<string> }>();
  readonly #kinds = new Map<string, "file" | "folder" | "none">();
  readonly #sources = new Map<string, SourceFile | undefined>();
  readonly #specifiers = new Map<string, readonly string[]>();
  readonly #copies = new Map<string, string>();
  /** Whether a file has one of COMMON. */
  readonly #common = new Map<string, boolean>();
  readonly #splits = new WeakMap<readonly string[], { common: readonly string[]; others: ReadonlySet<string> }>();
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
    }
  }

  list(folder: string): readonly string[] {
    return this.#listed(folder).paths;
  }

  isListed(folder: string, path: string): boolean {
    return this.#listed(folder).set.has(path);
  }

  kind(path: string): "file" | "folder" | "none" {
    const known = this.#kinds.get(path);
    if (known !== undefined) return known;
    let kind: "file" | "folder" | "none" = "none";
    try {
      const stat = lstatSync(`${this.#root}/${path}`, { throwIfNoEntry: false });
      kind = stat?.isFile() ? "file" : stat?.isDirectory() ? "folder" : "none";
    } catch {
      // not there
    }
    this.#kinds.set(path, kind);
    return kind;
  }

  source(path: string): SourceFile | undefined {
    if (!this.#sources.has(path)) {
      const bytes = this.kind(path) === "file" ? this.#readBytes(path) : undefined;
      this.#sources.set(path, bytes && toSource(path, bytes));
    }
    return this.#sources.get(path);
  }

  /** The code files of a list: those with one of COMMON in them, in the list's order, and the others. */
  split(paths: readonly string[]): { common: readonly string[]; others: ReadonlySet<string> } {
    let split = this.#splits.get(paths);
    if (split === undefined) {
      const code = paths.filter(isCode);
      const common = code.filter((path) => this.#hasCommon(path));
      const among = new Set(common);
      split = { common, others: new Set(code.filter((path) => !among.has(path))) };
      this.#splits.set(paths, split);
    }
    return split;
  }

  #hasCommon(path: string): boolean {
    let has = this.#common.get(path);
    if (has === undefined) {
      const bytes = this.#readBytes(path);
      has = bytes !== undefined && COMMON.some((string) => bytes.includes(string));
      this.#common.set(path, has);
      if (has && !this.#sources.has(path)) this.#sources.set(path, toSource(path, bytes!));
    }
    return has;
  }

  /** As `source`, but a file without any of the strings is forgotten again: memory grows with the matches only. */
  sourceMentioning(path: string, strings: readonly string[]): SourceFile | undefined {
    const known = this.#sources.get(path);
    if (known !== undefined || this.#sources.has(path)) return known;
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
    let found = this.#specifiers.get(path);
    if (found === undefined)
      this.#specifiers.set(
        path,
        (found = readSpecifiers(this.#sources.get(path)?.text ?? this.#readBytes(path)?.toString("utf8") ?? "").map((specifier) =>
          this.#kept(specifier),
        )),
      );
    return found;
  }

  /** A part of a text keeps all of the text in memory; a copy of it does not. */
  #kept(specifier: string): string {
    let kept = this.#copies.get(specifier);
    if (kept === undefined) {
      kept = Buffer.from(specifier).toString();
      this.#copies.set(kept, kept);
    }
    return kept;
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
      const prefix = this.#root.endsWith("/") ? this.#root.length : this.#root.length + 1;
      const paths = listFiles(join(this.#root, folder)).map((path) => path.slice(prefix).replaceAll("\\", "/"));
      known = { paths, set: new Set(paths) };
      for (const path of paths) this.#kinds.set(path, "file");
      this.#lists.set(folder, known);
    }
    return known;
  }
}

/** Nearly every question is for a string with one of these in it: a file without any is read once only. */
const COMMON = ["auth", "Auth", "Session"];

function foldersAround(path: string): string[] {
  const folders: string[] = [];
  for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) folders.push(path.slice(0, at));
  return folders;
}

/** After `from`, `import` or an opening parenthesis: imports, exports, `require()`, `import()`, mocks. */
const SPECIFIER = /(?:\bfrom|\bimport|\()\s*["'`]([^"'`\s]+)["'`]/g;

function readSpecifiers(text: string): string[] {
  return Array.from(text.matchAll(SPECIFIER), ([, specifier]) => specifier!);
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
