import type { Identifier, JSXIdentifier, Node } from "@babel/types";
import type { SourceFile } from "../workspace/source-file.ts";
import { isPropertyName } from "./property-name.ts";

/** One declaration of a name, where it is plain from the tree what it means. */
export interface PlainDeclaration {
  identifier: Identifier;
  /** The import specifier, declarator, function, class, parameter or catch clause. */
  declaration: Node;
  isParameter: boolean;
  /** The node that the name is seen in. */
  scope: Node;
  /** Uses as a value. */
  values: Node[];
  /** Uses in a type. */
  types: Node[];
}

/**
 * The declarations of a name in a file, where that can be said without reading the file's scopes: no two of them can be
 * seen from one place, and no place with that name is anything but a use. That is so for most names, and many times faster.
 *
 * @returns none for a global; undefined where only the scopes can tell
 */
export function plainDeclarations(file: SourceFile, name: string): readonly PlainDeclaration[] | undefined {
  let known = answers.get(file);
  if (known === undefined) answers.set(file, (known = new Map()));
  if (!known.has(name)) known.set(name, decide(file, name));
  return known.get(name);
}

const answers = new WeakMap<SourceFile, Map<string, readonly PlainDeclaration[] | undefined>>();
const places = new WeakMap<SourceFile, Map<string, (Identifier | JSXIdentifier)[]>>();

function decide(file: SourceFile, name: string): readonly PlainDeclaration[] | undefined {
  if (file.nodes("TSTypeParameter").some((parameter) => (parameter.name as unknown) === name)) return undefined;
  const declared: PlainDeclaration[] = [];
  const values: Node[] = [];
  const types: Node[] = [];
  for (const node of placesOf(file).get(name) ?? []) {
    const parent = file.parent(node)!;
    if (isOnlyName(file, node, parent)) continue;
    const declaration = node.type === "Identifier" ? declarationOf(file, node) : undefined;
    if (declaration) declared.push({ ...declaration, values: [], types: [] });
    else if (isAmong(TYPE_USES[parent.type], parent, node)) types.push(node);
    else if (isAmong(VALUE_USES[parent.type], parent, node) && !isWritten(file, parent)) values.push(node);
    else return undefined;
  }
  if (declared.length === 0) return [];
  const isElsewhere = ({ declaration }: PlainDeclaration) =>
    [declaration, file.parent(declaration)].some((node) => node && "declare" in node && node.declare);
  const overlaps = ({ scope }: PlainDeclaration, i: number) => declared.some((other, j) => j !== i && isWithin(other.scope, scope));
  if (declared.some(isElsewhere) || declared.some(overlaps)) return undefined;
  for (const [uses, key] of [
    [values, "values"],
    [types, "types"],
  ] as const) {
    for (const use of uses) {
      const own = declared.find(({ scope }) => isWithin(use, scope));
      if (own === undefined) return undefined;
      own[key].push(use);
    }
  }
  return declared;
}

function placesOf(file: SourceFile): Map<string, (Identifier | JSXIdentifier)[]> {
  let byName = places.get(file);
  if (byName === undefined) {
    byName = new Map();
    for (const node of [...file.nodes("Identifier"), ...file.nodes("JSXIdentifier")]) {
      const same = byName.get(node.name);
      if (same === undefined) byName.set(node.name, [node]);
      else same.push(node);
    }
    places.set(file, byName);
  }
  return byName;
}

/** The parts of a node that are evaluated: a name that is one of them is a use. */
const VALUE_USES: Partial<Record<Node["type"], readonly string[]>> = {
  ArrayExpression: ["elements"],
  ArrowFunctionExpression: ["body"],
  AssignmentExpression: ["right"],
  AssignmentPattern: ["right"],
  AwaitExpression: ["argument"],
  BinaryExpression: ["left", "right"],
  CallExpression: ["callee", "arguments"],
  ConditionalExpression: ["test", "consequent", "alternate"],
  ExportDefaultDeclaration: ["declaration"],
  ExportSpecifier: ["local"],
  ExpressionStatement: ["expression"],
  IfStatement: ["test"],
  JSXClosingElement: ["name"],
  JSXExpressionContainer: ["expression"],
  JSXMemberExpression: ["object"],
  JSXOpeningElement: ["name"],
  JSXSpreadAttribute: ["argument"],
  LogicalExpression: ["left", "right"],
  MemberExpression: ["object", "property"],
  NewExpression: ["callee", "arguments"],
  ObjectProperty: ["value"],
  OptionalCallExpression: ["callee", "arguments"],
  OptionalMemberExpression: ["object", "property"],
  ReturnStatement: ["argument"],
  SpreadElement: ["argument"],
  TemplateLiteral: ["expressions"],
  TSAsExpression: ["expression"],
  TSNonNullExpression: ["expression"],
  TSSatisfiesExpression: ["expression"],
  UnaryExpression: ["argument"],
  VariableDeclarator: ["init"],
};

const TYPE_USES: Partial<Record<Node["type"], readonly string[]>> = { TSTypeReference: ["typeName"], TSTypeQuery: ["exprName"] };

/** `({ key: name } = object)` assigns to the name. */
function isWritten(file: SourceFile, parent: Node): boolean {
  return parent.type === "ObjectProperty" && file.parent(parent)?.type === "ObjectPattern";
}

function isAmong(keys: readonly string[] | undefined, parent: Node, node: Node): boolean {
  return (
    keys?.some((key) => {
      const value = (parent as unknown as Record<string, unknown>)[key];
      return value === node || (Array.isArray(value) && value.includes(node));
    }) ?? false
  );
}

/** A member's, an attribute's or an HTML element's own name, which is no variable's. */
function isOnlyName(file: SourceFile, node: Identifier | JSXIdentifier, parent: Node): boolean {
  if (node.type === "JSXIdentifier")
    return (
      (parent.type === "JSXAttribute" && parent.name === node) ||
      (parent.type === "JSXMemberExpression" && parent.property === node) ||
      parent.type === "JSXNamespacedName" ||
      // An element of HTML.
      (parent.type !== "JSXMemberExpression" && /^[a-z]/.test(node.name))
    );
  if (parent.type === "ExportSpecifier") {
    const declaration = file.parent(parent);
    return parent.local !== node || (declaration?.type === "ExportNamedDeclaration" && Boolean(declaration.source));
  }
  // Babel has two nodes for the two meanings of `{ name }`.
  return isPropertyName(file, node) || (parent.type === "ObjectProperty" && parent.key === node && !parent.computed);
}

/** The declaration that an identifier names, of the kinds whose scope is plain. */
function declarationOf(file: SourceFile, identifier: Identifier): Omit<PlainDeclaration, "values" | "types"> | undefined {
  let node: Node = identifier;
  for (const parent of file.ancestors(identifier)) {
    switch (parent.type) {
      case "ImportSpecifier":
      case "ImportDefaultSpecifier":
      case "ImportNamespaceSpecifier":
        return { identifier, declaration: parent, isParameter: false, scope: file.ast.program };
      case "VariableDeclarator": {
        const variable = file.parent(parent);
        if (parent.id !== node || (variable?.type === "VariableDeclaration" && variable.kind === "var")) return undefined;
        return { identifier, declaration: parent, isParameter: false, scope: blockAround(file, parent) };
      }
      case "FunctionDeclaration":
      case "ClassDeclaration":
        if (parent.id === node) return { identifier, declaration: parent, isParameter: false, scope: blockAround(file, parent) };
        return parent.type === "FunctionDeclaration" ? parameter(identifier, parent, node) : undefined;
      case "FunctionExpression":
      case "ArrowFunctionExpression":
      case "ObjectMethod":
      case "ClassMethod":
        return parameter(identifier, parent, node);
      case "CatchClause":
        return parent.param === node ? { identifier, declaration: parent, isParameter: false, scope: parent } : undefined;
      case "ObjectPattern":
      case "ArrayPattern":
      case "RestElement":
        break;
      case "ObjectProperty":
        if (parent.value !== node || file.parent(parent)?.type !== "ObjectPattern") return undefined;
        break;
      case "AssignmentPattern":
        if (parent.left !== node) return undefined;
        break;
      default:
        return undefined;
    }
    node = parent;
  }
  return undefined;
}

function parameter(identifier: Identifier, fn: Node & { params: Node[] }, node: Node) {
  return fn.params.includes(node) ? { identifier, declaration: node, isParameter: true, scope: fn } : undefined;
}

const FUNCTION = /^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression|ObjectMethod|ClassMethod|ClassPrivateMethod)$/;
const BLOCK = /^(?:Program|BlockStatement|StaticBlock|SwitchStatement|TSModuleBlock|For\w*Statement|WhileStatement|DoWhileStatement)$/;

/** What sees a declaration: the block around it. A function's body is the function itself. */
function blockAround(file: SourceFile, declaration: Node): Node {
  for (const node of file.ancestors(declaration)) {
    if (FUNCTION.test(node.type)) return node;
    if (BLOCK.test(node.type)) {
      const parent = file.parent(node);
      return parent && FUNCTION.test(parent.type) ? parent : node;
    }
  }
  return file.ast.program;
}

export function isWithin(node: Node, scope: Node): boolean {
  return scope.type === "Program" || (node.start! >= scope.start! && node.end! <= scope.end!);
}
