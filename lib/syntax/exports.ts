import type { Declaration, Expression, Node } from "@babel/types";
import type { SourceFile } from "../workspace/source-file.ts";

/** One name that a file offers to others. */
export type FileExport = { exported: string; node: Node; typeOnly: boolean } & (
  | { kind: "local"; local: string }
  | { kind: "expression"; expression: Expression | Declaration }
  | { kind: "re-export"; source: string; imported: string }
);

const known = new WeakMap<SourceFile, FileExport[]>();

/**
 * Every name a file exports, `export * from` as `exported: "*"`. CommonJS is read as far as
 * `module.exports = …`, `module.exports = { … }`, `exports.name = …` and `module.exports.name = …`.
 */
export function exportsOf(file: SourceFile): readonly FileExport[] {
  let found = known.get(file);
  if (found === undefined) known.set(file, (found = [...fromModule(file), ...fromCommonJs(file)]));
  return found;
}

function fromModule(file: SourceFile): FileExport[] {
  const found: FileExport[] = [];
  for (const node of file.nodes("ExportNamedDeclaration")) {
    const typeOnly = node.exportKind === "type";
    if (node.declaration) {
      for (const local of declaredNames(node.declaration)) found.push({ kind: "local", exported: local, local, node, typeOnly });
    }
    for (const specifier of node.specifiers) {
      if (specifier.type === "ExportNamespaceSpecifier")
        found.push({
          kind: "re-export",
          exported: specifier.exported.name,
          source: node.source!.value,
          imported: "*",
          node: specifier,
          typeOnly,
        });
      if (specifier.type !== "ExportSpecifier") continue;
      const exported = nameOf(specifier.exported);
      const own = typeOnly || specifier.exportKind === "type";
      if (node.source)
        found.push({
          kind: "re-export",
          exported,
          source: node.source.value,
          imported: nameOf(specifier.local),
          node: specifier,
          typeOnly: own,
        });
      else found.push({ kind: "local", exported, local: nameOf(specifier.local), node: specifier, typeOnly: own });
    }
  }
  for (const node of file.nodes("ExportAllDeclaration"))
    found.push({ kind: "re-export", exported: "*", source: node.source.value, imported: "*", node, typeOnly: node.exportKind === "type" });
  for (const node of file.nodes("ExportDefaultDeclaration")) {
    const declared = node.declaration;
    const local =
      declared.type === "Identifier"
        ? declared.name
        : "id" in declared && declared.id?.type === "Identifier"
          ? declared.id.name
          : undefined;
    if (local !== undefined) found.push({ kind: "local", exported: "default", local, node, typeOnly: false });
    else found.push({ kind: "expression", exported: "default", expression: declared as Expression, node, typeOnly: false });
  }
  return found;
}

function fromCommonJs(file: SourceFile): FileExport[] {
  const found: FileExport[] = [];
  const add = (exported: string, expression: Expression, node: Node) =>
    found.push(
      expression.type === "Identifier"
        ? { kind: "local", exported, local: expression.name, node, typeOnly: false }
        : { kind: "expression", exported, expression, node, typeOnly: false },
    );
  for (const node of file.nodes("AssignmentExpression")) {
    const target = file.slice(node.left).replace(/^module\./, "");
    if (node.operator !== "=" || !/^exports(?:\.\w+)?$/.test(target)) continue;
    if (target !== "exports") add(target.slice("exports.".length), node.right, node);
    else if (node.right.type !== "ObjectExpression") add("default", node.right, node);
    else {
      for (const property of node.right.properties) {
        if (property.type === "ObjectProperty" && !property.computed && property.key.type === "Identifier")
          add(property.key.name, property.value as Expression, property);
        if (property.type === "ObjectMethod" && property.key.type === "Identifier")
          found.push({ kind: "local", exported: property.key.name, local: property.key.name, node: property, typeOnly: false });
      }
    }
  }
  return found;
}

/** The names a declaration binds in its scope. */
export function declaredNames(declaration: Node): string[] {
  if (declaration.type === "VariableDeclaration") return declaration.declarations.flatMap((declarator) => patternNames(declarator.id));
  if ("id" in declaration && declaration.id && declaration.id.type === "Identifier") return [declaration.id.name];
  return [];
}

/** The names a pattern binds. */
export function patternNames(pattern: Node): string[] {
  switch (pattern.type) {
    case "Identifier":
      return [pattern.name];
    case "ObjectPattern":
      return pattern.properties.flatMap((property) => patternNames(property.type === "RestElement" ? property.argument : property.value));
    case "ArrayPattern":
      return pattern.elements.flatMap((element) => (element ? patternNames(element) : []));
    case "AssignmentPattern":
      return patternNames(pattern.left);
    case "RestElement":
      return patternNames(pattern.argument);
    case "TSParameterProperty":
      return patternNames(pattern.parameter);
    default:
      return [];
  }
}

function nameOf(node: { type: "Identifier"; name: string } | { type: "StringLiteral"; value: string } | Node): string {
  return node.type === "StringLiteral" ? node.value : (node as { name: string }).name;
}
