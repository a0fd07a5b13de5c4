import { isCode } from "./code-file.ts";
import { Disk, isLikely } from "./disk.ts";
import { SourceFile } from "./source-file.ts";
import { readSpecifiers } from "./specifiers.ts";

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

  /**
   * The code files whose text has one of some strings, unparsed.
   *
   * @param paths sorted; the same list again is looked through much faster
   * @param also files that are not in the list, or that a transform changed
   */
  mentioning(paths: readonly string[], strings: readonly string[], also: readonly string[] = []): SourceFile[] {
    const onDisk = isLikely(strings) ? this.#disk.likely(paths) : paths;
    const found = new Map<string, SourceFile>();
    for (const path of [...onDisk, ...also]) {
      if (!isCode(path)) continue;
      const laid = this.#overlay.get(path);
      const file = laid === undefined ? this.#disk.sourceMentioning(path, strings) : laid;
      if (file && strings.some((string) => file.text.includes(string))) found.set(path, file);
    }
    return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, file]) => file);
  }
}

function foldersAround(path: string): string[] {
  const folders: string[] = [];
  for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) folders.push(path.slice(0, at));
  return folders;
}
