import type { Identifier, JSXIdentifier, Node, Statement } from "@babel/types";
import type { SourceFile } from "../workspace/source-file.ts";
import { bindingAt } from "./bindings.ts";
import { declaredNames } from "./exports.ts";
import { importBindings } from "./imports.ts";

/** A statement of a module's body, `import` declarations left out. */
export interface TopLevelStatement {
  node: Statement;
  /** What stands under `export`; the statement itself where it is not exported. */
  inner: Node;
  /** The names it declares for the whole module, as values or as types. */
  names: readonly string[];
}

/** A place where a name of the module (declared or imported at its top) is used, its declaration included. */
export interface TopLevelUse {
  name: string;
  node: Identifier | JSXIdentifier;
}

const knownStatements = new WeakMap<SourceFile, TopLevelStatement[]>();
const knownUses = new WeakMap<SourceFile, TopLevelUse[]>();

export function topLevelStatements(file: SourceFile): readonly TopLevelStatement[] {
  let statements = knownStatements.get(file);
  if (statements === undefined)
    knownStatements.set(
      file,
      (statements = file.ast.program.body.flatMap((node) => (node.type === "ImportDeclaration" ? [] : [describe(node)]))),
    );
  return statements;
}

function describe(node: Statement): TopLevelStatement {
  const exported = node.type === "ExportNamedDeclaration" || node.type === "ExportDefaultDeclaration" ? node.declaration : undefined;
  const inner: Node = exported ?? node;
  // `declare module "x"` and `declare global` declare names for other modules.
  const isAugmentation =
    inner.type === "TSModuleDeclaration" && (inner.id.type === "StringLiteral" || inner.global === true || inner.kind === "global");
  return { node, inner, names: isAugmentation ? [] : declaredNames(inner) };
}

/** Every use of the module's own names outside its imports, in source order; a local variable that shadows one is none. */
export function topLevelUses(file: SourceFile): readonly TopLevelUse[] {
  let uses = knownUses.get(file);
  if (uses === undefined) knownUses.set(file, (uses = findUses(file)));
  return uses;
}

function findUses(file: SourceFile): TopLevelUse[] {
  const names = new Set([
    ...topLevelStatements(file).flatMap((statement) => statement.names),
    ...importBindings(file).map(({ local }) => local.name),
  ]);
  const isUse = (node: Identifier | JSXIdentifier) => {
    if (!names.has(node.name) || !isReference(file, node)) return false;
    return bindingAt(file, node, node.name)?.isTopLevel !== false;
  };
  return [...file.nodes("Identifier"), ...file.nodes("JSXIdentifier")]
    .filter(isUse)
    .sort((a, b) => a.start! - b.start!)
    .map((node) => ({ name: node.name, node }));
}

/** Whether an identifier speaks of a variable or type, and is no property's name, label, or parameter of a function type. */
export function isReference(file: SourceFile, node: Identifier | JSXIdentifier): boolean {
  const parent = file.parent(node);
  switch (parent?.type) {
    case "MemberExpression":
    case "OptionalMemberExpression":
      return parent.object === node || parent.computed;
    case "ObjectProperty":
    case "ObjectMethod":
    case "ClassMethod":
    case "ClassProperty":
    case "ClassAccessorProperty":
      return parent.key !== node || Boolean(parent.computed);
    case "TSPropertySignature":
    case "TSMethodSignature":
    case "TSDeclareMethod":
      return parent.key === node && Boolean(parent.computed);
    case "ExportSpecifier": {
      const list = file.parent(parent);
      return parent.local === node && list?.type === "ExportNamedDeclaration" && !list.source;
    }
    case "TSQualifiedName":
      return parent.left === node;
    case "JSXMemberExpression":
      return parent.object === node;
    case "TSEnumMember":
      return parent.id !== node;
    case "TSNamedTupleMember":
      return parent.label !== node;
    case "ImportSpecifier":
    case "ImportDefaultSpecifier":
    case "ImportNamespaceSpecifier":
    case "ExportNamespaceSpecifier":
    case "JSXAttribute":
    case "JSXNamespacedName":
    case "LabeledStatement":
    case "BreakStatement":
    case "ContinueStatement":
    case "MetaProperty":
    case "TSImportType":
    case "TSTypePredicate":
    case "TSDeclareFunction":
    case "TSFunctionType":
    case "TSConstructorType":
    case "TSIndexSignature":
    case "TSCallSignatureDeclaration":
    case "TSConstructSignatureDeclaration":
      return false;
    default:
      return true;
  }
}
