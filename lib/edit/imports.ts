import type { ImportDeclaration, ImportSpecifier, Node } from "@babel/types";
import { usesOfName } from "../syntax/bindings.ts";
import { importBindings, type ImportBinding } from "../syntax/imports.ts";
import type { SourceFile } from "../workspace/source-file.ts";
import { statementRange, type Range } from "./ranges.ts";
import type { Span } from "./spans.ts";
import { endOfStatement, quoteString, type FileStyle } from "./style.ts";

interface Why {
  reason: string;
  choice: string;
}

/** What a change wants of a file's imports. All wishes of a file are met together, when it is rendered. */
export type ImportWish = Why &
  (
    | {
        kind: "add";
        source: string;
        /** The name in the other module: `default`, or a named export. */
        imported: string;
        local: string;
        typeOnly?: boolean;
      }
    | { kind: "remove" | "keep"; binding: ImportBinding }
  );
type Addition = Extract<ImportWish, { kind: "add" }>;

/**
 * The spans that meet all wishes of a file, and remove every import that had a use before the change
 * and has none after it.
 *
 * @param spans the file's other changes: what they remove decides which imports lose their last use
 */
export function importSpans(file: SourceFile, style: FileStyle, wishes: readonly ImportWish[], spans: readonly Span[]): Span[] {
  const kept = new Set(wishes.flatMap((wish) => (wish.kind === "keep" ? [wish.binding] : [])));
  const removals = new Map<ImportBinding, Why>();
  for (const wish of wishes) if (wish.kind === "remove") removals.set(wish.binding, wish);
  for (const [binding, why] of losingLastUse(file, spans)) if (!kept.has(binding) && !removals.has(binding)) removals.set(binding, why);

  const additions = uniqueAdditions(file, wishes, removals);
  const found: Span[] = [];
  const declarations = file.nodes("ImportDeclaration").filter((node) => file.parent(node)?.type === "Program");
  const alone: Addition[] = [];
  const merged = new Map<ImportDeclaration, Addition[]>();
  for (const addition of additions) {
    const home = declarations.find((declaration) => canTake(declaration, addition));
    if (home === undefined) alone.push(addition);
    else merged.set(home, [...(merged.get(home) ?? []), addition]);
  }
  for (const declaration of declarations) {
    const gone = [...removals].filter(([binding]) => binding.declaration === declaration);
    const added = merged.get(declaration) ?? [];
    if (gone.length > 0 || added.length > 0) found.push(...rewrite(file, style, declaration, gone, added));
  }
  for (const [binding, why] of removals) {
    if (binding.declaration.type === "VariableDeclarator") found.push(...removeRequire(file, binding, why));
  }
  const uncut = declarations.filter((declaration) => !isCut(declaration, spans));
  const last = uncut.at(-1);
  // Where the last import goes as a whole, the new one takes its place.
  const removed = new Set<unknown>([...removals.keys()].map(({ specifier }) => specifier));
  const goes = (declaration: ImportDeclaration) =>
    !merged.has(declaration) && declaration.specifiers.length > 0 && declaration.specifiers.every((specifier) => removed.has(specifier));
  const staying = uncut.filter((declaration) => !goes(declaration));
  if (alone.length > 0 && last && goes(last)) {
    const { text, reason, choice } = newDeclarations(file, style, uncut, staying, alone);
    return [
      ...found.filter(({ start, end }) => end <= last.start! || start >= last.end!),
      { start: last.start!, end: last.end!, text: text.trim(), reason, choice },
    ];
  }
  if (alone.length > 0) found.push(newDeclarations(file, style, uncut, staying, alone));
  return found;
}

/** Whether a transform removes a declaration by itself. */
function isCut(node: ImportDeclaration, spans: readonly Span[]): boolean {
  return spans.some(({ start, end }) => start <= node.start! && node.end! <= end);
}

/** Bindings whose every use lies in text that goes, and whose name no new text speaks. */
function losingLastUse(file: SourceFile, spans: readonly Span[]): Map<ImportBinding, Why> {
  const gone = spans.filter((span) => span.end > span.start);
  const lost = new Map<ImportBinding, Why>();
  if (gone.length === 0) return lost;
  for (const imported of importBindings(file)) {
    const uses = imported.specifier ? usesOfName(file, imported.local) : [];
    if (uses.length === 0) continue;
    const owner = (offset: number) => gone.find((span) => span.start <= offset && offset < span.end);
    const word = new RegExp(`(?<![\\w$])${imported.local.name.replaceAll("$", "\\$")}(?![\\w$])`);
    if (uses.every((use) => owner(use.start!)) && !spans.some((span) => word.test(span.text))) {
      const { reason, choice } = owner(uses[0]!.start!)!;
      lost.set(imported, { reason, choice });
    }
  }
  return lost;
}

/** Additions that are not met yet by an import that stays, each once. */
function uniqueAdditions(file: SourceFile, wishes: readonly ImportWish[], removals: ReadonlyMap<ImportBinding, Why>): Addition[] {
  const met = new Set(
    importBindings(file)
      .filter((binding) => !removals.has(binding) && binding.specifier)
      .map((binding) => key(binding.source, binding.imported, binding.local.name)),
  );
  return wishes.filter((wish): wish is Addition => {
    if (wish.kind !== "add") return false;
    const name = key(wish.source, wish.imported, wish.local);
    if (met.has(name)) return false;
    met.add(name);
    return true;
  });
}

function key(source: string, imported: string, local: string): string {
  return `${source}\0${imported}\0${local}`;
}

function canTake(declaration: ImportDeclaration, { source, imported, typeOnly = false }: Addition): boolean {
  if (declaration.source.value !== source || declaration.specifiers.length === 0) return false;
  if ((declaration.importKind === "type") !== typeOnly && declaration.importKind === "type") return false;
  if (declaration.specifiers.some((specifier) => specifier.type === "ImportNamespaceSpecifier")) return false;
  const hasDefault = declaration.specifiers.some((specifier) => specifier.type === "ImportDefaultSpecifier");
  // `import type A, { B }` is not allowed.
  if (declaration.importKind === "type" && (hasDefault || imported === "default")) return false;
  return imported !== "default" || !hasDefault;
}

function specifierText({ imported, local, typeOnly }: Addition, inTypeImport: boolean): string {
  const name = imported === local ? local : `${imported} as ${local}`;
  return typeOnly && !inTypeImport ? `type ${name}` : name;
}

function rewrite(
  file: SourceFile,
  style: FileStyle,
  declaration: ImportDeclaration,
  gone: [ImportBinding, Why][],
  added: Addition[],
): Span[] {
  const removed = new Set(gone.map(([binding]) => binding.specifier));
  const why: Why = added[0] ?? gone[0]![1];
  const span = (start: number, end: number, text: string): Span => ({ start, end, text, reason: why.reason, choice: why.choice });
  const kept = declaration.specifiers.filter((specifier) => !removed.has(specifier));
  if (kept.length === 0 && added.length === 0) {
    const { start, end } = statementRange(file, declaration);
    return [span(start, end, "")];
  }
  const inTypeImport = declaration.importKind === "type";
  const named = declaration.specifiers.filter((specifier): specifier is ImportSpecifier => specifier.type === "ImportSpecifier");
  const newNames = added.filter(({ imported }) => imported !== "default").map((addition) => specifierText(addition, inTypeImport));
  const onlyNamedRemain =
    kept.length > 0 &&
    kept.every((specifier) => specifier.type === "ImportSpecifier") &&
    !added.some(({ imported }) => imported === "default");
  const keepsNamed = kept.some((specifier) => specifier.type === "ImportSpecifier");
  const hadDefault = declaration.specifiers.some((specifier) => specifier.type === "ImportDefaultSpecifier");

  // The default comes or goes, or the braces do: the clause is written anew. Otherwise only the list changes.
  const defaultChanges =
    added.some(({ imported }) => imported === "default") || (hadDefault && onlyNamedRemain) || (hadDefault && kept.length === 0);
  if (!defaultChanges && named.length > 0 && keepsNamed) {
    const spans = removeFromList(named, removed).map(({ start, end }) => span(start, end, ""));
    if (newNames.length > 0) {
      const last = named.at(-1)!;
      const ownLines = /\n\s*$/.test(file.text.slice(named[0]!.start! - 40 < 0 ? 0 : named[0]!.start! - 40, named[0]!.start!));
      const indentation = ownLines ? `\n${/[ \t]*$/.exec(file.text.slice(0, named[0]!.start!))![0]}` : " ";
      spans.push(span(last.end!, last.end!, newNames.map((name) => `,${indentation}${name}`).join("")));
    }
    return spans;
  }
  const defaultName =
    added.find(({ imported }) => imported === "default")?.local ??
    kept.find((specifier) => specifier.type === "ImportDefaultSpecifier")?.local.name;
  const namespace = kept.find((specifier) => specifier.type === "ImportNamespaceSpecifier");
  const names = [
    ...kept.filter((specifier) => specifier.type === "ImportSpecifier").map((specifier) => file.slice(specifier)),
    ...newNames,
  ];
  const tight = named.length > 0 && file.text[named[0]!.start! - 1] === "{";
  const list = names.length === 0 ? undefined : tight ? `{${names.join(", ")}}` : `{ ${names.join(", ")} }`;
  const clause = [defaultName, namespace && file.slice(namespace), list].filter((part) => part !== undefined).join(", ");
  const end = /\s*from\s*$/.exec(file.text.slice(declaration.start!, declaration.source.start!))!;
  const head = /^import\s+(?:type\s+)?/.exec(file.slice(declaration))![0].length;
  return [span(declaration.start! + head, declaration.start! + end.index, clause)];
}

/** The ranges to cut, a run of removed elements at once, so that kept elements stay with the commas they have. */
function removeFromList(list: readonly ImportSpecifier[], removed: ReadonlySet<unknown>): Range[] {
  const ranges: Range[] = [];
  for (let first = 0; first < list.length; first++) {
    if (!removed.has(list[first])) continue;
    let last = first;
    while (last + 1 < list.length && removed.has(list[last + 1])) last++;
    const next = list[last + 1];
    ranges.push(next ? { start: list[first]!.start!, end: next.start! } : { start: list[first - 1]!.end!, end: list[last]!.end! });
    first = last;
  }
  return ranges;
}

function removeRequire(file: SourceFile, binding: ImportBinding, { reason, choice }: Why): Span[] {
  const declaration = file.parent(binding.declaration);
  const siblings = importBindings(file).filter((other) => other.declaration === binding.declaration);
  if (siblings.length !== 1 || declaration?.type !== "VariableDeclaration" || declaration.declarations.length !== 1) return [];
  return [{ ...statementRange(file, declaration), text: "", reason, choice }];
}

function newDeclarations(
  file: SourceFile,
  style: FileStyle,
  declarations: readonly ImportDeclaration[],
  staying: readonly ImportDeclaration[],
  additions: readonly Addition[],
): Span {
  const bySource = new Map<string, Addition[]>();
  const withValues = new Set(additions.flatMap(({ typeOnly, source }) => (typeOnly ? [] : [source])));
  for (const addition of additions) {
    const group = `${addition.typeOnly && !withValues.has(addition.source) ? "type " : ""}${addition.source}`;
    bySource.set(group, [...(bySource.get(group) ?? []), addition]);
  }
  const commonJs = isCommonJs(file);
  const last = declarations.at(-1) ?? (commonJs ? lastRequire(file) : undefined);
  const lines = [...bySource.values()].map((group) => declarationText(group, likeImports(file, style, staying), commonJs));
  const { reason, choice } = additions[0]!;
  if (last !== undefined) return { start: last.end!, end: last.end!, text: lines.map((line) => `\n${line}`).join(""), reason, choice };
  const { at, before } = head(file);
  const blankFollows = /^[ \t]*\r?\n[ \t]*\r?\n/.test(file.text.slice(at));
  const after = before === "" ? (blankFollows || /^\r?\n/.test(file.text.slice(at)) ? "\n" : "\n\n") : blankFollows ? "" : "\n";
  return { start: at, end: at, text: before + lines.join("\n") + after, reason, choice };
}

type ImportStyle = Pick<FileStyle, "quote" | "semicolons">;

/** A file may end and quote its imports in another way than the rest: a new one looks like most of those that stay. */
function likeImports(file: SourceFile, style: FileStyle, staying: readonly ImportDeclaration[]): ImportStyle {
  const most = <T>(values: readonly T[], yes: T, no: T, tie: T): T => {
    const share = values.filter((value) => value === yes).length * 2;
    return share === values.length ? tie : share > values.length ? yes : no;
  };
  const quotes = staying.map(({ source }) => file.text[source.start!] as FileStyle["quote"]);
  const ends = staying.map(({ end }) => file.text[end! - 1] === ";");
  return { quote: most(quotes, '"', "'", style.quote), semicolons: most(ends, true, false, style.semicolons) };
}

/** The last statement at the top of the file that takes something from `require()`. */
function lastRequire(file: SourceFile): Node | undefined {
  const statements = importBindings(file).flatMap(({ kind, declaration }) => (kind === "require" ? [file.parent(declaration)] : []));
  return statements.filter((statement) => statement && file.parent(statement)?.type === "Program").at(-1);
}

function declarationText(group: readonly Addition[], style: ImportStyle, commonJs: boolean): string {
  const { source } = group[0]!;
  const typeOnly = group.every((addition) => addition.typeOnly);
  const end = endOfStatement(style);
  const from = quoteString(source, style);
  const defaultName = group.find(({ imported }) => imported === "default")?.local;
  const named = group.filter(({ imported }) => imported !== "default");
  if (commonJs && !typeOnly) {
    const names = named.map(({ imported, local }) => (imported === local ? local : `${imported}: ${local}`)).join(", ");
    const pattern = named.length > 0 ? `{ ${names} }` : defaultName!;
    return `const ${pattern} = require(${from})${end}`;
  }
  const list = named.length === 0 ? undefined : `{ ${named.map((addition) => specifierText(addition, typeOnly)).join(", ")} }`;
  return `import ${typeOnly ? "type " : ""}${[defaultName, list].filter((part) => part !== undefined).join(", ")} from ${from}${end}`;
}

/** A JavaScript file that speaks `require` and no ES module syntax. */
export function isCommonJs(file: SourceFile): boolean {
  const esModule = (["ImportDeclaration", "ExportNamedDeclaration", "ExportDefaultDeclaration", "ExportAllDeclaration"] as const).some(
    (type) => file.nodes(type).length > 0,
  );
  return !esModule && /\brequire\s*\(|\bmodule\.exports\b|\bexports\./.test(file.text);
}

/** Where the first import of a file goes, after what has to stand first: a shebang, directives, the file's own comment. */
function head(file: SourceFile): { at: number; before: string } {
  const { program } = file.ast;
  const lastDirective = program.directives.at(-1);
  if (lastDirective) return { at: lastDirective.end!, before: "\n\n" };
  if (program.interpreter) return { at: program.interpreter.end!, before: "\n" };
  const [comment] = program.body[0]?.leadingComments ?? [];
  // A comment belongs to the file, not to its first statement, where an empty line follows it.
  const gap = comment && /^[ \t]*\r?\n[ \t]*\r?\n/.exec(file.text.slice(comment.end!));
  return { at: comment && gap ? comment.end! + gap[0].length : 0, before: "" };
}
