import type { Node } from "@babel/types";
import { definitionOf, type Place } from "../project/definition.ts";
import type { Project } from "../project/project.ts";
import { bindingOf } from "../syntax/bindings.ts";
import { unwrap } from "../syntax/expressions.ts";
import type { SourceFile } from "../workspace/source-file.ts";
import { fieldOf, propertyField, type OptionsObject } from "./option-fields.ts";

/** Which kinds of providers the options have, and whether that is all. */
export interface Providers {
  /** By the module of next-auth that makes them: `credentials`, `google`. Each once. */
  kinds: readonly string[];
  /** False where one of them, or the list, could not be read. */
  complete: boolean;
}

export function providersOf(project: Project, options: OptionsObject): Providers {
  const field = fieldOf(project, options, "providers");
  const kinds = field.state === "set" ? listedProviders(project, field.value) : [undefined];
  return { kinds: [...new Set(kinds.filter((kind) => kind !== undefined))], complete: kinds.length > 0 && !kinds.includes(undefined) };
}

/** The kind of each provider that a list may have; undefined for one that is not known. */
function listedProviders(project: Project, place: Place): (string | undefined)[] {
  const { file, node } = definitionOf(project, place);
  const inner = (child: Node) => listedProviders(project, { file, node: child });
  switch (node.type) {
    case "ArrayExpression":
      return node.elements.flatMap((element) =>
        !element ? [] : element.type === "SpreadElement" ? inner(element.argument) : providerKinds(project, { file, node: element }),
      );
    case "ConditionalExpression":
      return [...inner(node.consequent), ...inner(node.alternate)];
    case "LogicalExpression":
      return inner(node.right);
    case "CallExpression":
      // `[…].filter(Boolean)` keeps some of the same
      if (node.callee.type === "MemberExpression" && node.callee.property.type === "Identifier" && node.callee.property.name === "filter")
        return inner(node.callee.object);
      return [undefined];
    default:
      return [undefined];
  }
}

function providerKinds(project: Project, place: Place): (string | undefined)[] {
  const { file, node } = definitionOf(project, place);
  const inner = (child: Node) => providerKinds(project, { file, node: child });
  if (node.type === "ConditionalExpression") return [...inner(node.consequent), ...inner(node.alternate)];
  if (node.type === "LogicalExpression") return inner(node.right);
  if (node.type === "NullLiteral" || node.type === "BooleanLiteral" || (node.type === "Identifier" && node.name === "undefined")) return [];
  if (node.type === "ObjectExpression") {
    const type = propertyField(project, file, node, "type");
    return [type.state === "set" && type.value.node.type === "StringLiteral" ? type.value.node.value : undefined];
  }
  if (node.type !== "CallExpression") return [undefined];
  const callee = unwrap(node.callee);
  const module = callee.type === "MemberExpression" ? importedFrom(file, callee.object) : importedFrom(file, callee);
  const kind = module && /^next-auth\/providers\/([\w-]+)$/.exec(module)?.[1];
  return [kind];
}

function importedFrom(file: SourceFile, node: Node): string | undefined {
  const declared = node.type === "Identifier" ? bindingOf(file, node)?.declaration : undefined;
  const parent = declared && file.parent(declared);
  if (parent?.type === "ImportDeclaration") return parent.source.value;
  const init = declared?.type === "VariableDeclarator" ? declared.init : undefined;
  const call = init?.type === "MemberExpression" ? init.object : init;
  const [source] =
    call?.type === "CallExpression" && call.callee.type === "Identifier" && call.callee.name === "require" ? call.arguments : [];
  return source?.type === "StringLiteral" ? source.value : undefined;
}
