import type { Node } from "@babel/types";
import { usesOf } from "../project/origin.ts";
import { isTestFile } from "../project/entries.ts";
import { importersOf, type Importer } from "../project/importers.ts";
import { fact, type Project } from "../project/project.ts";
import { bindingAt, usesOfName } from "../syntax/bindings.ts";
import { exportsOf } from "../syntax/exports.ts";
import { importBindings } from "../syntax/imports.ts";
import { isBelow } from "../workspace/app.ts";
import { ParseError } from "../workspace/parse.ts";
import type { SourceFile } from "../workspace/source-file.ts";
import { coverageAt } from "./provider-coverage.ts";
import { coverageFromAbove } from "./root-layouts.ts";

/** A call of useSession. */
export interface Consumer {
  file: SourceFile;
  node: Node;
}

/** Where useSession is called without a SessionProvider between it and what Next.js renders. */
export interface UncoveredEntry {
  /** A page, layout or another file that Next.js renders itself. */
  entry: SourceFile;
  /** The call that gets there. */
  consumer: Consumer;
}

export interface Consumers {
  /** Every call of next-auth's useSession in the app and in the packages of its workspace that it imports. */
  all: readonly Consumer[];
  /** The App Router's entries from which a call is reached and that no layout covers. */
  uncovered: readonly UncoveredEntry[];
  /** Calls that nothing reaches: unused code, or a way that could not be followed. */
  unreached: readonly Consumer[];
  /** Whether a top-level name of a file calls useSession, itself or through what it renders outside a provider. */
  needsSession(file: SourceFile, name: string): boolean;
}

const ENTRY = /\/(?:page|layout|template|default|loading|error|not-found|forbidden|unauthorized)\.(?:tsx|ts|jsx|js)$/;

/** Who calls useSession, and from which pages and layouts that is reached without a provider on the way. */
export const consumers = fact((project: Project): Consumers => {
  const all = findConsumers(project);
  const uncovered: UncoveredEntry[] = [];
  const unreached: Consumer[] = [];
  const needing = new Set<string>();
  for (const consumer of all) {
    const climb = new Climb(project, needing);
    const isFollowed = readable(() => (climb.from(consumer.file, consumer.node), true), false);
    const entries = [...climb.entries].filter(
      (entry) => coverageFromAbove(project, entry.path, { andBeside: !/\/layout\.\w+$/.test(entry.path) }).state === "open",
    );
    uncovered.push(...entries.map((entry) => ({ entry, consumer })));
    if (!climb.isReached || !isFollowed) unreached.push(consumer);
  }
  return { all, uncovered, unreached, needsSession: (file, name) => needing.has(`${file.path}\0${name}`) };
});

function findConsumers(project: Project): Consumer[] {
  return project.mentioning(["useSession"]).flatMap((file) =>
    readable(
      () =>
        usesOf(project, file, ["next-auth/react"], "useSession")
          .filter(({ node }) => file.parent(node)?.type === "CallExpression")
          .map(({ node }) => ({ file, node })),
      [],
    ),
  );
}

/** One way up from a call: through the components that render it and the files that import them. */
class Climb {
  readonly entries = new Set<SourceFile>();
  /** Whether it got to anything that is rendered, covered or not, in either router. */
  isReached = false;
  readonly #project: Project;
  readonly #needing: Set<string>;
  readonly #seen = new Set<string>();

  constructor(project: Project, needing: Set<string>) {
    this.#project = project;
    this.#needing = needing;
  }

  /** Goes on from the use of a component or hook in a file. */
  from(file: SourceFile, use: Node): void {
    const coverage = use.type === "JSXIdentifier" ? coverageAt(this.#project, file, use) : [];
    if (coverage.length > 0 && coverage.every(({ state }) => state !== "open")) this.isReached = true;
    else this.#owner(file, ownerOf(file, use));
  }

  #owner(file: SourceFile, owner: string | undefined): void {
    if (owner === undefined || !this.#isNew(file, `owner ${owner}`)) return;
    this.#needing.add(`${file.path}\0${owner}`);
    const binding = owner === "default" ? undefined : bindingAt(file, file.ast.program, owner);
    for (const reference of binding?.uses ?? []) {
      if (ownerOf(file, reference) !== owner) this.from(file, reference);
    }
    for (const { kind, exported, ...rest } of exportsOf(file)) {
      if (kind === "local" && "local" in rest && rest.local === owner) this.#export(file, exported);
      if (kind === "expression" && exported === owner) this.#export(file, exported);
    }
  }

  #export(file: SourceFile, exported: string): void {
    if (!this.#isNew(file, `export ${exported}`)) return;
    const { appDir, pagesDir } = this.#project.app;
    if (exported === "default" && appDir !== undefined && isBelow(file.path, appDir) && ENTRY.test(file.path)) {
      this.entries.add(file);
      this.isReached = true;
    }
    if (pagesDir !== undefined && isBelow(file.path, pagesDir)) this.isReached = true;
    for (const { file: importer, references } of importers(this.#project, file.path)) {
      const named = (source: string) => references.some(({ literal }) => literal.value === source);
      for (const binding of importBindings(importer)) {
        if (binding.typeOnly || !named(binding.source) || (binding.imported !== exported && binding.imported !== "*")) continue;
        for (const reference of usesOfName(importer, binding.local)) this.from(importer, reference);
        for (const own of exportsOf(importer))
          if (own.kind === "local" && own.local === binding.local.name) this.#export(importer, own.exported);
      }
      for (const own of exportsOf(importer)) {
        if (own.kind !== "re-export" || !named(own.source)) continue;
        if (own.exported === "*") this.#export(importer, exported);
        else if (own.imported === exported || own.imported === "*") this.#export(importer, own.exported);
      }
      for (const { kind, node } of references)
        if (kind === "dynamic-import" || kind === "require") this.#owner(importer, ownerOf(importer, node));
    }
  }

  #isNew(file: SourceFile, step: string): boolean {
    const key = `${file.path}\0${step}`;
    if (this.#seen.has(key)) return false;
    this.#seen.add(key);
    return true;
  }
}

const knownImporters = fact(() => new Map<string, Importer[]>());

/** The files that import a file, tests left out. */
function importers(project: Project, path: string): Importer[] {
  const known = knownImporters(project);
  let found = known.get(path);
  if (found === undefined) known.set(path, (found = importersOf(project, path).filter(({ file }) => !isTestFile(file.path))));
  return found;
}

/** The top-level name that a place belongs to; `default` for an anonymous default export. */
export function ownerOf(file: SourceFile, node: Node): string | undefined {
  let below: Node = node;
  for (const ancestor of file.ancestors(node)) {
    if (ancestor.type === "VariableDeclarator" && ancestor.id.type === "Identifier" && isTopLevelDeclarator(file, ancestor))
      return ancestor.id.name;
    if (ancestor.type === "Program") break;
    below = ancestor;
  }
  const declaration =
    (below.type === "ExportNamedDeclaration" || below.type === "ExportDefaultDeclaration") && below.declaration ? below.declaration : below;
  if ("id" in declaration && declaration.id?.type === "Identifier") return declaration.id.name;
  return below.type === "ExportDefaultDeclaration" ? "default" : undefined;
}

function isTopLevelDeclarator(file: SourceFile, declarator: Node): boolean {
  const above = file.parent(file.parent(declarator)!);
  return above?.type === "Program" || above?.type === "ExportNamedDeclaration";
}

function readable<T>(question: () => T, otherwise: T): T {
  try {
    return question();
  } catch (error) {
    if (error instanceof ParseError) return otherwise;
    throw error;
  }
}
