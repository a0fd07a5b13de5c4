import type { ImportDeclaration, Node } from "@babel/types";
import type { Change } from "../edit/source-edit.ts";
import { endOfStatement, quoteString, type FileStyle } from "../edit/style.ts";
import type { Project } from "../project/project.ts";
import { unreadableImportersOf } from "../project/importers.ts";
import { importBindings, type ModuleReference } from "../syntax/imports.ts";
import type { SourceFile } from "../workspace/source-file.ts";
import { membersOf, namesTaken } from "./names-taken.ts";
import { referencesToRoute } from "./route-references.ts";
import { followMock, isAutomatic, splitLoading, splitPattern } from "./split-loading.ts";

/** Where a name that left the route is now. */
export interface Departure {
  /** Its name there. */
  imported: string;
  /** A file of the workspace, or a package. */
  to: { path: string } | { module: string };
}

export interface Departures {
  /** The names that leave the route with this move. */
  names: readonly string[];
  /** Where a name of the route is now; undefined where it stays in the route or never was there. */
  of(name: string): Departure | undefined;
}

/** A change of one file, made when the file is edited. */
export interface Following {
  file: SourceFile;
  apply(change: Change, style: FileStyle): void;
}

/** A place that cannot follow by itself. */
export class CannotFollow extends Error {
  override readonly name = "CannotFollow";
  readonly file: SourceFile;
  readonly at: Node | undefined;
  constructor(file: SourceFile, at: Node | undefined, message: string) {
    super(message);
    this.file = file;
    this.at = at;
  }
}

/**
 * How every file that takes a departing name from the route takes it from its new place.
 *
 * @param except the file that the names move to: it has them itself
 * @throws {CannotFollow} at the first place that names the route in a way that cannot be split
 */
export function follow(project: Project, route: SourceFile, departures: Departures, except?: string): Following[] {
  const [unreadable] = departures.names.length > 0 ? unreadableImportersOf(project, route.path) : [];
  if (unreadable)
    throw new CannotFollow(
      unreadable,
      undefined,
      `This file imports from ${route.path} and cannot be read, so nothing was moved out of there.`,
    );
  return referencesToRoute(project, route).flatMap(({ file, references }) => {
    if (file.path === except) return [];
    return references.flatMap((reference): Following[] => {
      const apply = followReference(project, file, reference, departures);
      return apply === undefined ? [] : [{ file, apply }];
    });
  });
}

type Apply = Following["apply"];

function followReference(project: Project, file: SourceFile, reference: ModuleReference, departures: Departures): Apply | undefined {
  const { node, literal } = reference;
  const specifier = (departure: Departure) => specifierOf(project, file, literal.value, departure);
  if (node.type === "ImportDeclaration") return followImport(file, node, departures, specifier);
  if (node.type === "ExportNamedDeclaration") return followExport(file, reference, departures, specifier);
  if (node.type === "ExportAllDeclaration") return followExportAll(file, reference, departures, specifier);
  const names = namesTaken(file, reference) ?? (node.type === "TSImportType" ? [] : departures.names);
  const gone = names.flatMap((name) => departures.of(name) ?? []);
  if (gone.length === 0) return undefined;
  const [first] = gone;
  const isSame =
    gone.every((departure) => specifier(departure) === specifier(first!)) &&
    names.every((name) => (departures.of(name)?.imported ?? name) === name);
  const source = (style: FileStyle) => quoteLike(file, literal, specifier(first!), style);
  if (isSame && gone.length === names.length && namesTaken(file, reference) !== undefined)
    return (change, style) => change.replace(literal, source(style));
  if (isSame && reference.kind === "mock" && isAutomatic(node)) return followMock(file, reference, source, gone.length === names.length);
  if (isSame && splitPattern(file, node)) return (change, style) => splitLoading(file, reference, departures, source(style), change, style);
  throw new CannotFollow(
    file,
    node,
    "Some of the names taken from the route here move to another file, and some do not or cannot be told.",
  );
}

/** The new specifier, of the kind that the old one had: relative stays relative where the file uses no alias. */
function specifierOf(project: Project, file: SourceFile, old: string, { to }: Departure): string {
  if ("module" in to) return to.module;
  return project.resolver.specifierFor(to.path, file.path, { relative: old.startsWith(".") && !usesAlias(project, file) });
}

/** Whether a file names others of the workspace by an alias or a bare path. */
export function usesAlias(project: Project, file: SourceFile): boolean {
  return importBindings(file).some(({ source }) => !source.startsWith(".") && project.resolver.resolve(source, file.path).kind === "file");
}

function followImport(
  file: SourceFile,
  declaration: ImportDeclaration,
  departures: Departures,
  specifier: (departure: Departure) => string,
): Apply | undefined {
  const bindings = importBindings(file).filter((binding) => binding.declaration === declaration);
  const whole = bindings.find(({ imported }) => imported === "*");
  if (whole) return followNamespace(file, declaration, membersOf(file, whole.local), departures, specifier);
  const moves = bindings.flatMap((binding) => {
    const departure = departures.of(binding.imported);
    return departure ? [{ binding, departure }] : [];
  });
  if (moves.length === 0) return undefined;
  const [first] = moves;
  const source = specifier(first!.departure);
  const asItIs =
    moves.length === bindings.length &&
    moves.every(({ binding, departure }) => specifier(departure) === source && departure.imported === binding.imported);
  const isThere = importBindings(file).some((binding) => binding.source === source);
  if (asItIs && !isThere) return (change, style) => change.replace(declaration.source, quoteLike(file, declaration.source, source, style));
  return (change) => {
    for (const { binding, departure } of moves) {
      change
        .removeImport(binding)
        .addImport({ source: specifier(departure), imported: departure.imported, local: binding.local.name, typeOnly: binding.typeOnly });
    }
  };
}

function followNamespace(
  file: SourceFile,
  declaration: ImportDeclaration,
  members: readonly string[] | undefined,
  departures: Departures,
  specifier: (departure: Departure) => string,
): Apply | undefined {
  const gone = (members ?? []).flatMap((name) => departures.of(name) ?? []);
  if (members !== undefined && gone.length === 0) return undefined;
  const [first] = gone;
  if (
    members === undefined ||
    gone.length !== members.length ||
    !gone.every((departure, i) => departure.imported === members[i] && specifier(departure) === specifier(first!))
  ) {
    throw new CannotFollow(file, declaration, "All of the route is imported here, and only a part of it moves.");
  }
  return (change, style) => change.replace(declaration.source, quoteLike(file, declaration.source, specifier(first!), style));
}

function followExport(
  file: SourceFile,
  { node, literal }: ModuleReference,
  departures: Departures,
  specifier: (departure: Departure) => string,
): Apply | undefined {
  if (node.type !== "ExportNamedDeclaration") return undefined;
  const specifiers = node.specifiers.map((entry) => {
    const name = entry.type === "ExportSpecifier" ? entry.local.name : "*";
    return { entry, name, departure: departures.of(name) };
  });
  const moves = specifiers.filter(({ departure }) => departure !== undefined);
  if (moves.length === 0) return undefined;
  const source = specifier(moves[0]!.departure!);
  if (!moves.every(({ name, departure }) => departure!.imported === name && specifier(departure!) === source))
    throw new CannotFollow(file, node, "The names that are passed on here move to different places.");
  if (moves.length === specifiers.length) return (change, style) => change.replace(literal, quoteLike(file, literal, source, style));
  return (change, style) => {
    const list = (entries: typeof specifiers) => entries.map(({ entry }) => file.slice(entry)).join(", ");
    const head = node.exportKind === "type" ? "export type" : "export";
    const open = file.text.indexOf("{", node.start!);
    const close = file.text.lastIndexOf("}", literal.start!);
    change.replace({ start: open, end: close + 1 }, `{ ${list(specifiers.filter(({ departure }) => departure === undefined))} }`);
    change.insert(node.end!, `\n${head} { ${list(moves)} } from ${quoteString(source, style)}${endOfStatement(style)}`);
  };
}

/** `export * from` no longer passes on what has left: that is passed on from its new place too. */
function followExportAll(
  file: SourceFile,
  { node }: ModuleReference,
  { names, of }: Departures,
  specifier: (departure: Departure) => string,
): Apply | undefined {
  if (names.length === 0) return undefined;
  const list = names.map((name) => ({ name, departure: of(name)! }));
  const text = ({ name, departure }: (typeof list)[number]) => (departure.imported === name ? name : `${departure.imported} as ${name}`);
  const sources = [...new Set(list.map(({ departure }) => specifier(departure)))];
  return (change, style) => {
    for (const source of sources) {
      const passed = list.filter(({ departure }) => specifier(departure) === source).map(text);
      change.insert(node.end!, `\nexport { ${passed.join(", ")} } from ${quoteString(source, style)}${endOfStatement(style)}`);
    }
  };
}

/** A module's name in the quotes that it had. */
function quoteLike(file: SourceFile, literal: Node, value: string, style: FileStyle): string {
  const quote = file.text[literal.start!];
  return quoteString(value, quote === "'" || quote === '"' ? { quote } : style);
}
