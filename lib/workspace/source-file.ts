import type { NodePath } from "@babel/traverse";
import type { File, Node } from "@babel/types";
import babel from "./babel.cjs";
import { ParseError, parseSource, unlessTooDeep } from "./parse.ts";

const BYTE_ORDER_MARK = "\uFEFF";
const SKIPPED_KEYS = new Set([
  "type",
  "start",
  "end",
  "loc",
  "range",
  "extra",
  "tokens",
  "errors",
  "comments",
  "leadingComments",
  "trailingComments",
  "innerComments",
]);

export type NodeOf<Type extends Node["type"]> = Extract<Node, { type: Type }>;
/** 1-based line and column, as editors count them. */
export interface Position {
  line: number;
  column: number;
}

/**
 * One source file at one moment of the run. Nothing is parsed before it is asked for, and everything
 * asked for is kept: the tree, an index of its nodes by type with their parents, and the scopes.
 * Offsets count from the start of `text`, which has no byte order mark.
 */
export class SourceFile {
  /** Relative to the workspace's root, with `/`. */
  readonly path: string;
  /** The content without its byte order mark. */
  readonly text: string;
  readonly byteOrderMark: string;
  #ast: File | undefined;
  #index: { byType: Map<string, Node[]>; parents: Map<Node, Node> } | undefined;
  #paths: Map<Node, NodePath> | undefined;
  #lineStarts: number[] | undefined;
  #problem: ParseError | undefined;

  /** Whether the tree was asked for. */
  get isParsed(): boolean {
    return this.#ast !== undefined;
  }

  constructor(path: string, content: string) {
    this.path = path;
    this.byteOrderMark = content.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
    this.text = content.slice(this.byteOrderMark.length);
  }

  /** What has kept somebody from reading the file so far: it does not parse, or is nested too deeply. */
  get problem(): ParseError | undefined {
    return this.#problem;
  }

  /** @throws {ParseError} */
  get ast(): File {
    return (this.#ast ??= this.#orRemember(() => parseSource(this.text, this.path)));
  }

  /** Whether the file can be read. What is wrong with it is told by whoever edits it. */
  get parses(): boolean {
    try {
      return this.ast !== undefined && this.#problem === undefined;
    } catch (error) {
      if (error instanceof ParseError) return false;
      throw error;
    }
  }

  /** Every node of a type, in source order. */
  nodes<Type extends Node["type"]>(type: Type): readonly NodeOf<Type>[] {
    return (this.#indexed().byType.get(type) ?? []) as NodeOf<Type>[];
  }

  parent(node: Node): Node | undefined {
    return this.#indexed().parents.get(node);
  }

  /** The node's ancestors, nearest first, the program last. */
  *ancestors(node: Node): Generator<Node> {
    for (let at = this.parent(node); at !== undefined; at = this.parent(at)) yield at;
  }

  /**
   * Babel's path of a node: the way to scopes and bindings. Costs a traversal of the file, once.
   *
   * @throws {ParseError} where the tree is too deep for it
   */
  nodePath<T extends Node>(node: T): NodePath<T> {
    if (this.#paths === undefined) {
      const paths = new Map<Node, NodePath>();
      const { ast } = this;
      this.#orRemember(() => unlessTooDeep(this.path, () => babel.traverse(ast, { enter: (path) => void paths.set(path.node, path) })));
      this.#paths = paths;
    }
    const path = this.#paths.get(node);
    if (path === undefined) throw new Error(`${this.path}: no path for a ${node.type} at ${node.start}`);
    return path as NodePath<T>;
  }

  slice(node: Node): string {
    return this.text.slice(node.start!, node.end!);
  }

  /** Where an offset (or a node's start) is. A byte order mark takes no column, as in editors. */
  position(at: Node | number): Position {
    const offset = typeof at === "number" ? at : at.start!;
    this.#lineStarts ??= [0, ...Array.from(this.text.matchAll(/\r\n|\n|\r/g), (match) => match.index + match[0].length)];
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#lineStarts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - this.#lineStarts[low]! + 1 };
  }

  /** What failed once fails each time: it is not tried again. */
  #orRemember<T>(read: () => T): T {
    if (this.#problem !== undefined) throw this.#problem;
    try {
      return read();
    } catch (error) {
      if (error instanceof ParseError) this.#problem = error;
      throw error;
    }
  }

  #indexed() {
    return (this.#index ??= indexNodes(this.ast));
  }
}

/** One walk over the tree, without recursion so that depth is no limit: nodes by type, and each node's parent. */
function indexNodes(ast: File) {
  const byType = new Map<string, Node[]>();
  const parents = new Map<Node, Node>();
  const unsorted = new Set<Node[]>();
  const stack: Node[] = [ast.program];
  while (stack.length > 0) {
    const node = stack.pop()!;
    const sameType = byType.get(node.type);
    if (sameType === undefined) byType.set(node.type, [node]);
    else {
      if (sameType.at(-1)!.start! > node.start!) unsorted.add(sameType);
      sameType.push(node);
    }
    const below = stack.length;
    for (const key in node) {
      const value = (node as unknown as Record<string, unknown>)[key];
      if (typeof value !== "object" || value === null || SKIPPED_KEYS.has(key)) continue;
      if (Array.isArray(value)) {
        for (const item of value) if (isNode(item)) stack.push(item);
      } else if (isNode(value)) stack.push(value);
    }
    for (let i = below; i < stack.length; i++) parents.set(stack[i]!, node);
    reverseFrom(stack, below);
  }
  for (const nodes of unsorted) nodes.sort((a, b) => a.start! - b.start!);
  return { byType, parents };
}

/** So that the first child is taken off the stack first. */
function reverseFrom(stack: Node[], start: number): void {
  for (let low = start, high = stack.length - 1; low < high; low++, high--) [stack[low], stack[high]] = [stack[high]!, stack[low]!];
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && typeof (value as { type?: unknown }).type === "string";
}
