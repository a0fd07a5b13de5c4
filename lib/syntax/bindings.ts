import type { Binding } from "@babel/traverse";
import type { Identifier, Node } from "@babel/types";
import type { SourceFile } from "../workspace/source-file.ts";

/** The binding that a name means at a place, or undefined for a global. */
export function bindingAt(file: SourceFile, at: Node, name: string): Binding | undefined {
  return file.nodePath(at).scope.getBinding(name);
}

/** The binding that an identifier refers to or declares. */
export function bindingOf(file: SourceFile, identifier: Identifier): Binding | undefined {
  return bindingAt(file, identifier, identifier.name);
}

/**
 * Every use of a binding as a value or a type, its declaration left out. Babel counts type positions
 * as references only partly, so names in type positions are looked up here.
 */
export function referencesTo(file: SourceFile, binding: Binding): Node[] {
  const found = new Set<Node>(binding.referencePaths.map((path) => path.node));
  const { name } = binding.identifier;
  for (const type of [
    "TSTypeReference",
    "TSTypeQuery",
    "TSExpressionWithTypeArguments",
    "TSClassImplements",
    "TSInterfaceHeritage",
    "TSQualifiedName",
  ] as const) {
    for (const node of file.nodes(type as "TSTypeReference")) {
      const head = leftmost(node);
      if (head?.name === name && bindingAt(file, node, name) === binding) found.add(head);
    }
  }
  return [...found].sort((a, b) => a.start! - b.start!);
}

const PLAIN_USES: Partial<Record<Node["type"], readonly string[]>> = {
  CallExpression: ["callee", "arguments"],
  OptionalCallExpression: ["callee", "arguments"],
  NewExpression: ["callee", "arguments"],
  MemberExpression: ["object"],
  OptionalMemberExpression: ["object"],
  ArrayExpression: ["elements"],
  AwaitExpression: ["argument"],
  ReturnStatement: ["argument"],
  VariableDeclarator: ["init"],
  SpreadElement: ["argument"],
  ExportDefaultDeclaration: ["declaration"],
  JSXExpressionContainer: ["expression"],
  JSXOpeningElement: ["name"],
  JSXClosingElement: ["name"],
  JSXMemberExpression: ["object"],
  TSAsExpression: ["expression"],
  TSTypeReference: ["typeName"],
  TSTypeQuery: ["exprName"],
};

/**
 * Every use of a name imported at the top of a file. Where each place with that name is plainly a use, nothing can
 * shadow it, and the scopes of the file need not be read; else they are asked.
 */
export function usesOfImport(file: SourceFile, local: Identifier): Node[] {
  const places = [...file.nodes("Identifier"), ...file.nodes("JSXIdentifier")].filter(
    (node) => node.name === local.name && node !== local && !(node.type === "Identifier" && isPropertyName(file, node)),
  );
  const isPlain = (node: Node) => {
    const parent = file.parent(node);
    return PLAIN_USES[parent?.type ?? "Program"]?.some((key) => {
      const value = (parent as unknown as Record<string, unknown>)[key];
      return value === node || (Array.isArray(value) && value.includes(node));
    });
  };
  if (file.parent(local)?.type.startsWith("Import") && places.every((node) => isPlain(node) || isImportedName(file, node, local)))
    return places.filter((node) => !isImportedName(file, node, local)).sort((a, b) => a.start! - b.start!);
  const binding = bindingOf(file, local);
  return binding ? referencesTo(file, binding) : [];
}

/** The other half of `import { name }`: Babel has one node for the imported and one for the local name. */
function isImportedName(file: SourceFile, node: Node, local: Identifier): boolean {
  const parent = file.parent(node);
  return parent?.type === "ImportSpecifier" && parent === file.parent(local) && parent.imported === node;
}

/** The first name of a type reference: `A` of `A.B.C<T>`. */
function leftmost(node: Node): Identifier | undefined {
  if (node.type === "Identifier") return node;
  if (node.type === "TSQualifiedName") return leftmost(node.left);
  if (node.type === "TSTypeReference") return leftmost(node.typeName);
  if (node.type === "TSTypeQuery") return leftmost(node.exprName);
  if ("expression" in node && typeof node.expression === "object" && node.expression !== null) return leftmost(node.expression as Node);
  return undefined;
}

/** Whether a name is free to be declared or imported at the top of a file without meeting another one anywhere in it. */
export function isNameFree(file: SourceFile, name: string): boolean {
  return (
    !file.nodes("Identifier").some((node) => node.name === name && !isPropertyName(file, node)) &&
    !file.nodes("JSXIdentifier").some((node) => node.name === name && file.parent(node)?.type !== "JSXAttribute")
  );
}

/** Whether an identifier is only the name of a member, and no variable. */
export function isPropertyName(file: SourceFile, node: Identifier): boolean {
  const parent = file.parent(node);
  if (parent === undefined) return false;
  if (parent.type === "MemberExpression" || parent.type === "OptionalMemberExpression") return parent.property === node && !parent.computed;
  if (parent.type === "ObjectProperty") return parent.key === node && !parent.computed && !parent.shorthand;
  if (
    parent.type === "ObjectMethod" ||
    parent.type === "ClassMethod" ||
    parent.type === "ClassProperty" ||
    parent.type === "TSPropertySignature" ||
    parent.type === "TSMethodSignature"
  )
    return parent.key === node && !parent.computed;
  return (
    (parent.type === "ImportSpecifier" && parent.imported === node && parent.local !== node) ||
    (parent.type === "ExportSpecifier" && parent.exported === node && parent.local !== node)
  );
}
