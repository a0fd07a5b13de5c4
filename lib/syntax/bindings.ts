import type { Binding as BabelBinding } from "@babel/traverse";
import type { Identifier, Node } from "@babel/types";
import type { SourceFile } from "../workspace/source-file.ts";
import { isPropertyName } from "./property-name.ts";
import { isWithin, plainDeclarations, type PlainDeclaration } from "./plain-declarations.ts";

/** A variable, parameter, function, class or import: what a name means where it is seen. One object for each. */
export interface Binding {
  /** The name where it is declared. */
  identifier: Identifier;
  /** The import specifier, declarator, function, class or parameter. */
  declaration: Node;
  isParameter: boolean;
  /** Whether it is declared at the top of the file. */
  isTopLevel: boolean;
  /** The node that the name is seen in: a function, a block, the program. */
  scope: Node;
  /** Its uses as a value, in source order. */
  values: readonly Node[];
  /** Its uses as a value or a type, in source order, its declaration left out. */
  readonly uses: readonly Node[];
  /** Where it is given another value. */
  assignments: readonly Node[];
  /** Whether it always has the value that it is declared with. */
  constant: boolean;
}

/** The binding that a name means at a place, or undefined for a global. */
export function bindingAt(file: SourceFile, at: Node, name: string): Binding | undefined {
  const plain = plainDeclarations(file, name);
  if (plain !== undefined) {
    const own = plain.find(({ scope }) => isWithin(at, scope));
    return own && once(own, ofPlain);
  }
  const found = file.nodePath(at).scope.getBinding(name);
  return found && once(found, () => ofBabel(file, found));
}

/** The binding that an identifier refers to or declares. */
export function bindingOf(file: SourceFile, identifier: Identifier): Binding | undefined {
  return bindingAt(file, identifier, identifier.name);
}

/** Every use of what an identifier refers to or declares. */
export function usesOfName(file: SourceFile, identifier: Identifier): readonly Node[] {
  return bindingOf(file, identifier)?.uses ?? [];
}

const known = new WeakMap<object, Binding>();

function once<T extends object>(found: T, describe: (found: T) => Binding): Binding {
  let binding = known.get(found);
  if (binding === undefined) known.set(found, (binding = describe(found)));
  return binding;
}

function ofPlain({ identifier, declaration, isParameter, scope, values, types }: PlainDeclaration): Binding {
  const isTopLevel = scope.type === "Program";
  const uses = inOrder([...values, ...types]);
  return { identifier, declaration, isParameter, isTopLevel, scope, values, uses, assignments: [], constant: true };
}

function ofBabel(file: SourceFile, found: BabelBinding): Binding {
  const values = inOrder(found.referencePaths.map(({ node }) => node));
  let uses: Node[] | undefined;
  return {
    identifier: found.identifier,
    declaration: found.path.node,
    isParameter: found.kind === "param",
    isTopLevel: found.scope.path.isProgram(),
    scope: found.scope.block,
    values,
    get uses() {
      return (uses ??= inOrder([...new Set([...values, ...usesInTypes(file, found)])]));
    },
    assignments: found.constantViolations.map(({ node }) => node),
    constant: found.constant,
  };
}

function inOrder(nodes: Node[]): Node[] {
  return nodes.sort((a, b) => a.start! - b.start!);
}

const TYPE_PLACES = [
  "TSTypeReference",
  "TSTypeQuery",
  "TSExpressionWithTypeArguments",
  "TSClassImplements",
  "TSInterfaceHeritage",
  "TSQualifiedName",
] as const;

/** Babel counts type positions as references only partly, so names in type positions are looked up here. */
function usesInTypes(file: SourceFile, found: BabelBinding): Node[] {
  const { name } = found.identifier;
  return TYPE_PLACES.flatMap((type) => file.nodes(type as "TSTypeReference")).flatMap((node) => {
    const head = leftmost(node);
    return head?.name === name && file.nodePath(node).scope.getBinding(name) === found ? [head] : [];
  });
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
