import { posix } from "node:path";
import type { CallExpression, ImportDeclaration, Node, ObjectPattern, VariableDeclaration } from "@babel/types";
import type { Change } from "../edit/source-edit.ts";
import { endOfStatement, indentationAt, quoteString, type FileStyle } from "../edit/style.ts";
import { importersOf, type Importer } from "../project/importers.ts";
import type { Project } from "../project/project.ts";
import { bindingOf, referencesTo } from "../syntax/bindings.ts";
import { importBindings, moduleReferences, type ModuleReference } from "../syntax/imports.ts";
import { joinPath, parentOf } from "../workspace/app.ts";
import { ParseError } from "../workspace/parse.ts";
import type { SourceFile } from "../workspace/source-file.ts";

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
  readonly at: Node;
  constructor(file: SourceFile, at: Node, message: string) {
    super(message);
    this.file = file;
    this.at = at;
  }
}

/** The names that files import from the route. */
export function importedNames(project: Project, route: SourceFile): { file: SourceFile; name: string; at: Node }[] {
  return referencesToRoute(project, route).flatMap(({ file, references }) =>
    importBindings(file).flatMap(({ declaration, imported, specifier }) => (specifier && references.some(({ node }) => node === declaration) ? [{ file, name: imported, at: specifier }] : [])),
  );
}

/**
 * How every file that takes a departing name from the route takes it from its new place.
 *
 * @param except the file that the names move to: it has them itself
 * @throws {CannotFollow} at the first place that names the route in a way that cannot be split
 */
export function follow(project: Project, route: SourceFile, departures: Departures, except?: string): Following[] {
  return referencesToRoute(project, route).flatMap(({ file, references }) => {
    if (file.path === except) return [];
    return references.flatMap((reference): Following[] => {
      const apply = followReference(project, file, reference, departures);
      return apply === undefined ? [] : [{ file, apply }];
    });
  });
}

type Apply = Following["apply"];

/**
 * The files that name the route: those whose specifier leads to it, and those whose specifier leads nowhere
 * here but means it all the same, by another spelling of upper and lower case or an alias that cannot be read.
 */
function referencesToRoute(project: Project, route: SourceFile): Importer[] {
  const known = importersOf(project, route.path);
  const lost = project.mentioning(["[..."]).flatMap((file): Importer[] => {
    if (file.path === route.path || known.some((importer) => importer.file === file)) return [];
    try {
      const references = moduleReferences(file).filter(({ literal }) => meansLostRoute(project, file, literal.value, route));
      return references.length === 0 ? [] : [{ file, references }];
    } catch (error) {
      if (error instanceof ParseError) return [];
      throw error;
    }
  });
  return [...known, ...lost];
}

export function meansLostRoute(project: Project, file: SourceFile, specifier: string, route: SourceFile): boolean {
  if (!specifier.includes("[...") || project.resolver.resolve(specifier, file.path).kind === "file") return false;
  const bare = (path: string) => path.replace(/\.[cm]?[jt]sx?$/, "").toLowerCase();
  const own = bare(route.path);
  if (specifier.startsWith(".")) return bare(joinPath(parentOf(file.path), specifier)) === own;
  const candidates = project.resolver.aliasesFor(parentOf(file.path)).candidates(specifier);
  if (candidates.some((candidate) => bare(posix.relative(project.workspace.root, candidate)) === own)) return true;
  const tail = bare(specifier.slice(specifier.indexOf("/") + 1));
  return candidates.length === 0 && /^(?:src\/)?(?:app|pages)\//.test(tail) && own.endsWith(`/${tail}`.slice(own === tail ? 1 : 0));
}

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
  const isSame = gone.every((departure) => specifier(departure) === specifier(first!)) && names.every((name) => (departures.of(name)?.imported ?? name) === name);
  const source = (style: FileStyle) => quoteLike(file, literal, specifier(first!), style);
  if (isSame && gone.length === names.length && namesTaken(file, reference) !== undefined) return (change, style) => change.replace(literal, source(style));
  if (isSame && reference.kind === "mock" && isAutomatic(node)) return followMock(file, reference, source, gone.length === names.length);
  if (isSame && splitPattern(file, node)) return (change, style) => splitLoading(file, reference, departures, source(style), change, style);
  throw new CannotFollow(file, node, "Some of the names taken from the route here move to another file, and some do not or cannot be told.");
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

function followImport(file: SourceFile, declaration: ImportDeclaration, departures: Departures, specifier: (departure: Departure) => string): Apply | undefined {
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
  const asItIs = moves.length === bindings.length && moves.every(({ binding, departure }) => specifier(departure) === source && departure.imported === binding.imported);
  const isThere = importBindings(file).some((binding) => binding.source === source);
  if (asItIs && !isThere) return (change, style) => change.replace(declaration.source, quoteLike(file, declaration.source, source, style));
  return (change) => {
    for (const { binding, departure } of moves) {
      change.removeImport(binding).addImport({ source: specifier(departure), imported: departure.imported, local: binding.local.name, typeOnly: binding.typeOnly });
    }
  };
}

function followNamespace(file: SourceFile, declaration: ImportDeclaration, members: readonly string[] | undefined, departures: Departures, specifier: (departure: Departure) => string): Apply | undefined {
  const gone = (members ?? []).flatMap((name) => departures.of(name) ?? []);
  if (members !== undefined && gone.length === 0) return undefined;
  const [first] = gone;
  if (members === undefined || gone.length !== members.length || !gone.every((departure, i) => departure.imported === members[i] && specifier(departure) === specifier(first!))) {
    throw new CannotFollow(file, declaration, "All of the route is imported here, and only a part of it moves.");
  }
  return (change, style) => change.replace(declaration.source, quoteLike(file, declaration.source, specifier(first!), style));
}

function followExport(file: SourceFile, { node, literal }: ModuleReference, departures: Departures, specifier: (departure: Departure) => string): Apply | undefined {
  if (node.type !== "ExportNamedDeclaration") return undefined;
  const specifiers = node.specifiers.map((entry) => {
    const name = entry.type === "ExportSpecifier" ? entry.local.name : "*";
    return { entry, name, departure: departures.of(name) };
  });
  const moves = specifiers.filter(({ departure }) => departure !== undefined);
  if (moves.length === 0) return undefined;
  const source = specifier(moves[0]!.departure!);
  if (!moves.every(({ name, departure }) => departure!.imported === name && specifier(departure!) === source)) throw new CannotFollow(file, node, "The names that are passed on here move to different places.");
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
function followExportAll(file: SourceFile, { node }: ModuleReference, { names, of }: Departures, specifier: (departure: Departure) => string): Apply | undefined {
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

/** Whether a mock makes up its module by itself: no factory says what is in it. */
function isAutomatic(node: Node): boolean {
  return node.type === "CallExpression" && node.arguments.length === 1;
}

function followMock(file: SourceFile, { node, literal }: ModuleReference, source: (style: FileStyle) => string, isWhole: boolean): Apply {
  const statement = file.parent(node);
  if (isWhole || statement?.type !== "ExpressionStatement") return (change, style) => change.replace(literal, source(style));
  return (change, style) => {
    const text = file.slice(statement);
    const at = literal.start! - statement.start!;
    change.insert(statement.end!, `\n${indentationAt(file, statement.start!)}${text.slice(0, at)}${source(style)}${text.slice(at + literal.end! - literal.start!)}`);
  };
}

/** The statement `const { a, b } = await import("x")` or the like around a call, where its names can be divided. */
function splitPattern(file: SourceFile, call: Node): { statement: VariableDeclaration; pattern: ObjectPattern } | undefined {
  const value = file.parent(call)?.type === "AwaitExpression" ? file.parent(call)! : call;
  const declarator = file.parent(value);
  const statement = declarator && file.parent(declarator);
  if (declarator?.type !== "VariableDeclarator" || declarator.init !== value || statement?.type !== "VariableDeclaration" || statement.declarations.length !== 1) return undefined;
  return declarator.id.type === "ObjectPattern" && patternKeys(declarator.id) ? { statement, pattern: declarator.id } : undefined;
}

function splitLoading(file: SourceFile, { node, literal }: ModuleReference, departures: Departures, source: string, change: Change, style: FileStyle): void {
  const { statement, pattern } = splitPattern(file, node)!;
  const isGone = (property: Node) => property.type === "ObjectProperty" && property.key.type === "Identifier" && departures.of(property.key.name) !== undefined;
  const list = (properties: readonly Node[]) => `{ ${properties.map((property) => file.slice(property)).join(", ")} }`;
  const { init } = statement.declarations[0]!;
  const loading = file.text.slice(init!.start!, literal.start!) + source + file.text.slice(literal.end!, init!.end!);
  change.replace(pattern, list(pattern.properties.filter((property) => !isGone(property))));
  change.insert(statement.end!, `\n${indentationAt(file, statement.start!)}${statement.kind} ${list(pattern.properties.filter(isGone))} = ${loading}${endOfStatement(style)}`);
}

/** Which names a `require()`, `import()`, type or mock takes from the module it names; undefined where it cannot be told. */
function namesTaken(file: SourceFile, { kind, node }: ModuleReference): string[] | undefined {
  if (node.type === "TSImportType") {
    const { qualifier } = node;
    if (qualifier) return [leftmostName(qualifier)].filter((name) => name !== undefined);
    let parent = file.parent(node);
    while (parent?.type === "TSTypeQuery" || parent?.type === "TSParenthesizedType") parent = file.parent(parent);
    const index = parent?.type === "TSIndexedAccessType" ? parent.indexType : undefined;
    return index?.type === "TSLiteralType" && index.literal.type === "StringLiteral" ? [index.literal.value] : undefined;
  }
  if (node.type !== "CallExpression") return undefined;
  return kind === "mock" ? namesMocked(file, node) : namesLoaded(file, node);
}

function leftmostName(node: Node): string | undefined {
  if (node.type === "TSQualifiedName") return leftmostName(node.left);
  return node.type === "Identifier" ? node.name : undefined;
}

/** `const { a } = await import("x")`, `require("x").a`, `import("x").then((m) => m.a)`. */
function namesLoaded(file: SourceFile, call: CallExpression): string[] | undefined {
  let value: Node = call;
  if (file.parent(value)?.type === "AwaitExpression") value = file.parent(value)!;
  const user = file.parent(value);
  if (user?.type === "ExpressionStatement") return [];
  if (user?.type === "VariableDeclarator" && user.init === value) return user.id.type === "Identifier" ? membersOf(file, user.id) : patternKeys(user.id);
  if (user?.type !== "MemberExpression" || user.object !== value || user.computed || user.property.type !== "Identifier") return undefined;
  if (user.property.name !== "then" || value !== call) return [user.property.name];
  const then = file.parent(user);
  const receive = then?.type === "CallExpression" ? then.arguments[0] : undefined;
  if (receive?.type !== "ArrowFunctionExpression" && receive?.type !== "FunctionExpression") return undefined;
  const [parameter] = receive.params;
  return parameter?.type === "Identifier" ? membersOf(file, parameter) : parameter && patternKeys(parameter);
}

/** The keys of the object that a mock's factory returns; without a factory, what the file takes from the module itself. */
function namesMocked(file: SourceFile, call: CallExpression): string[] | undefined {
  const factory = call.arguments[1];
  if (factory === undefined) {
    const source = call.arguments[0]?.type === "StringLiteral" ? call.arguments[0].value : undefined;
    const names = importBindings(file).flatMap((binding) => (binding.source === source ? [binding.imported] : []));
    return names.length === 0 || names.includes("*") ? undefined : names;
  }
  if (factory.type !== "ArrowFunctionExpression" && factory.type !== "FunctionExpression") return undefined;
  const returned = factory.body.type === "BlockStatement" ? factory.body.body.flatMap((statement) => (statement.type === "ReturnStatement" ? [statement.argument] : []))[0] : factory.body;
  if (returned?.type !== "ObjectExpression") return undefined;
  const keys = returned.properties.flatMap((property) => (property.type !== "SpreadElement" && property.key.type === "Identifier" ? [property.key.name] : []));
  return keys.filter((key) => key !== "__esModule");
}

/** The members that are read of a variable holding a module; undefined where it is used as a whole. */
function membersOf(file: SourceFile, local: Node & { type: "Identifier" }): string[] | undefined {
  const binding = bindingOf(file, local);
  if (binding === undefined) return undefined;
  const names: string[] = [];
  for (const use of referencesTo(file, binding)) {
    const parent = file.parent(use);
    if (parent?.type === "MemberExpression" && parent.object === use && !parent.computed && parent.property.type === "Identifier") names.push(parent.property.name);
    else if (parent?.type === "TSQualifiedName" && parent.left === use) names.push(parent.right.name);
    else return undefined;
  }
  return [...new Set(names)];
}

function patternKeys(pattern: Node): string[] | undefined {
  if (pattern.type !== "ObjectPattern") return undefined;
  const keys: string[] = [];
  for (const property of pattern.properties) {
    if (property.type !== "ObjectProperty" || property.computed || property.key.type !== "Identifier") return undefined;
    keys.push(property.key.name);
  }
  return keys;
}

/** A module's name in the quotes that it had. */
function quoteLike(file: SourceFile, literal: Node, value: string, style: FileStyle): string {
  const quote = file.text[literal.start!];
  return quoteString(value, quote === "'" || quote === '"' ? { ...style, quote } : style);
}
