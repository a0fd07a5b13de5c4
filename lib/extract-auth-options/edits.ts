import type { ExportNamedDeclaration, Node } from "@babel/types";
import { statementRange } from "../edit/ranges.ts";
import type { Change } from "../edit/source-edit.ts";
import { endOfStatement, type FileStyle } from "../edit/style.ts";
import type { Project } from "../project/project.ts";
import { importBindings } from "../syntax/imports.ts";
import { topLevelStatements } from "../syntax/top-level.ts";
import type { SourceFile } from "../workspace/source-file.ts";
import { usesAlias } from "./importers.ts";
import { bareImportsThatGo, governing, movedCode, type Move } from "./move.ts";
import { cutOf, rebase } from "./moved-text.ts";

/** Takes what moved out of the route, and imports back what it still needs. */
export function editRoute(project: Project, move: Move, change: Change): void {
  const { route, runs, inline, set, name, target } = move;
  for (const run of runs) change.remove(cutOf(route.text, run));
  if (inline) change.replace(inline.cut, name!);
  const unneeded = set.importsThatGo.filter((binding) => binding !== move.optionsType?.binding);
  const ownType = move.optionsType?.binding;
  const isTypeUnused = ownType && !topLevelStatements(route).some(({ node }) => speaks(route, node, ownType.local.name));
  for (const binding of ownType && isTypeUnused ? [...unneeded, ownType] : unneeded) change.removeImport(binding);
  for (const declaration of [...bareImportsThatGo(move), ...wholeImportsThatGo(move)]) {
    for (const comment of governing(route, declaration)) change.remove(cutOf(route.text, comment));
  }
  for (const declaration of bareImportsThatGo(move)) change.remove(statementRange(route, declaration));

  const source = project.resolver.specifierFor(target, route.path, { relative: prefersRelative(project, route) });
  const back = new Set([...(inline || set.usedByRoute.has(name!) ? [name!] : []), ...set.usedByRoute]);
  for (const local of back) change.addImport({ source, imported: local, local, typeOnly: isType(route, local) });
}

function speaks(file: SourceFile, node: Node, name: string): boolean {
  return new RegExp(`(?<![\\w$.])${name}(?![\\w$])`).test(file.slice(node));
}

function wholeImportsThatGo({ route, set }: Move) {
  return route
    .nodes("ImportDeclaration")
    .filter(
      ({ specifiers }) =>
        specifiers.length > 0 && specifiers.every((specifier) => set.importsThatGo.some((binding) => binding.specifier === specifier)),
    );
}

/** Whether a file names its project's files by relative paths only. */
function prefersRelative(project: Project, file: SourceFile): boolean {
  return !usesAlias(project, file) && importBindings(file).some(({ source }) => source.startsWith("../"));
}

function isType(file: SourceFile, name: string): boolean {
  const declaring = topLevelStatements(file).filter(({ names }) => names.includes(name));
  return (
    declaring.length > 0 &&
    declaring.every(({ inner }) => inner.type === "TSInterfaceDeclaration" || inner.type === "TSTypeAliasDeclaration")
  );
}

/** Moves everything into a file that is there already. */
export function editTarget(project: Project, move: Move, existing: SourceFile, change: Change): void {
  const { route, set, optionsType } = move;
  const own = importBindings(existing);
  for (const binding of set.imports) {
    const target = project.resolver.resolveFile(binding.source, route.path);
    if (target === existing.path || own.some(({ local }) => local.name === binding.local.name)) continue;
    change.addImport({
      source: rebase(binding.source, route.path, existing.path),
      imported: binding.imported,
      local: binding.local.name,
      typeOnly: binding.typeOnly,
    });
  }
  if (optionsType && !own.some(({ local }) => local.name === optionsType.name)) {
    change.addImport({
      source: "next-auth",
      imported: optionsType.binding?.imported ?? optionsType.name,
      local: optionsType.name,
      typeOnly: optionsType.binding?.typeOnly ?? true,
    });
  }
  const fromRoute = own.filter((binding) => project.resolver.resolveFile(binding.source, existing.path) === route.path);
  for (const binding of fromRoute) change.removeImport(binding);
  const first = existing.ast.program.body.find(({ type }) => type !== "ImportDeclaration");
  if (fromRoute.length > 0 && first) {
    const start =
      first.leadingComments?.find(({ start: at }) => at! > (existing.nodes("ImportDeclaration").at(-1)?.end ?? 0))?.start ?? first.start!;
    change.insert(start, `${movedCode(move)}\n\n`);
  } else {
    const end = existing.text.trimEnd().length;
    change.insert(end, `\n\n${movedCode(move)}${/\n$/.test(existing.text) ? "" : "\n"}`);
  }
}

/** Takes names out of the route's exports: from a list, or the word `export` in front of a declaration. */
export function withdrawExports(route: SourceFile, exported: readonly string[], change: Change): void {
  for (const node of route.nodes("ExportNamedDeclaration")) {
    if (node.declaration) {
      const names = topLevelStatements(route).find((statement) => statement.node === node)?.names ?? [];
      if (names.length > 0 && names.every((name) => exported.includes(name)))
        change.remove({ start: node.start!, end: node.declaration.start! });
      continue;
    }
    const gone = node.specifiers.filter(({ exported: name }) => exported.includes(name.type === "Identifier" ? name.name : name.value));
    if (gone.length === 0) continue;
    if (gone.length === node.specifiers.length) change.remove(cutOf(route.text, statementSpan(route, node)));
    else removeSpecifiers(route, node, gone, change);
  }
}

function statementSpan(file: SourceFile, node: Node) {
  return { start: node.start!, end: node.end! + /^(?:[ \t]*\/\/[^\r\n]*)?/.exec(file.text.slice(node.end!))![0].length };
}

function removeSpecifiers(file: SourceFile, { specifiers }: ExportNamedDeclaration, gone: readonly Node[], change: Change): void {
  for (let first = 0; first < specifiers.length; first++) {
    if (!gone.includes(specifiers[first]!)) continue;
    let last = first;
    while (last + 1 < specifiers.length && gone.includes(specifiers[last + 1]!)) last++;
    const next = specifiers[last + 1];
    change.remove(
      next ? { start: specifiers[first]!.start!, end: next.start! } : { start: specifiers[first - 1]!.end!, end: specifiers[last]!.end! },
    );
    first = last;
  }
}

/** Makes `export default NextAuth(…)`, which the App Router does not know, the two handlers that it calls. */
export function nameHandlers(route: SourceFile, style: FileStyle, change: Change): void {
  const [node] = route.nodes("ExportDefaultDeclaration");
  if (node === undefined) return;
  const end = endOfStatement(style);
  if (node.declaration.type === "Identifier") {
    change.replace(node, `export { ${node.declaration.name} as GET, ${node.declaration.name} as POST }${end}`);
    return;
  }
  change.replace({ start: node.start!, end: node.declaration.start! }, "const handler = ");
  change.insert(node.end!, `\n\nexport { handler as GET, handler as POST }${end}`);
}
