import type { JSXElement, Node } from "@babel/types";
import { bindingOf } from "../syntax/bindings.ts";
import { unwrap } from "../syntax/expressions.ts";
import type { SourceFile } from "../workspace/source-file.ts";

/** Whether a rendered expression may be an element: text alone has no room for a box. */
export function hasElement(file: SourceFile, expression: Node): boolean {
  return (["JSXElement", "JSXFragment"] as const).some((type) =>
    file.nodes(type).some((node) => expression.start! <= node.start! && node.end! <= expression.end!),
  );
}

/** What a rendered expression puts on the page. */
export type Shown =
  /** `null`, `false`, an empty fragment */
  | "nothing"
  /** A spinner, a skeleton, "Loading…": it says itself that something is still to come. */
  | "loading"
  | "something";

const LOADING_NAME = /load(?:ing|er)|spinner|skeleton|shimmer|placeholder|progress|suspense|pending/i;
const LOADING_TEXT = /\b(?:loading|please wait|checking|authenticating|redirecting|verifying)\b|^\s*(?:\.{3}|…)\s*$/i;
const LOADING_CLASS = /\banimate-(?:pulse|spin|bounce|ping)\b|\b[\w-]*(?:spinner|skeleton|loading|loader)\b/i;

export function shownBy(file: SourceFile, expression: Node | null | undefined): Shown {
  if (!expression) return "nothing";
  const node = unwrap(expression);
  switch (node.type) {
    case "NullLiteral":
    case "BooleanLiteral":
      return "nothing";
    case "StringLiteral":
      return node.value.trim() === "" ? "nothing" : LOADING_TEXT.test(node.value) ? "loading" : "something";
    case "Identifier": {
      if (node.name === "undefined") return "nothing";
      const declared = bindingOf(file, node)?.declaration;
      if (LOADING_NAME.test(node.name)) return "loading";
      return declared?.type === "VariableDeclarator" && declared.init && declared.id.type === "Identifier"
        ? shownBy(file, declared.init)
        : "something";
    }
    case "UnaryExpression":
      return node.operator === "void" ? "nothing" : "something";
    case "ConditionalExpression": {
      const [first, second] = [shownBy(file, node.consequent), shownBy(file, node.alternate)];
      return first === second ? first : "something";
    }
    case "JSXFragment": {
      const children = node.children.filter((child) => child.type !== "JSXText" || child.value.trim() !== "");
      return children.length === 0 ? "nothing" : saysLoading(file, node) ? "loading" : "something";
    }
    case "ArrayExpression":
      return node.elements.length === 0 ? "nothing" : "something";
    case "ObjectExpression":
      return node.properties.length === 0 ? "nothing" : "something";
    case "JSXElement":
      if (isEmptyBox(file, node)) return "nothing";
      return saysLoading(file, node) ? "loading" : "something";
    case "CallExpression":
      return saysLoading(file, node) ? "loading" : "something";
    default:
      return "something";
  }
}

const BOXES = /^(?:article|aside|div|footer|header|li|main|nav|ol|p|section|span|ul)$/;

/** `<div></div>` has nothing to see in it; with attributes a class or a style may draw something. */
function isEmptyBox(file: SourceFile, { openingElement, children }: JSXElement): boolean {
  const isBlank = (child: Node) => child.type === "JSXText" && child.value.trim() === "";
  return BOXES.test(file.slice(openingElement.name)) && openingElement.attributes.length === 0 && children.every(isBlank);
}

const INTERACTIVE = /^(?:a|button|form|input|select|textarea|\w*Link|\w*Button|\w*Form|\w*Input)$/;

/** Whether a tree has something to click on or to fill in. */
export function isUsable(file: SourceFile, tree: Node): boolean {
  return file
    .nodes("JSXOpeningElement")
    .some((element) => tree.start! <= element.start! && element.end! <= tree.end! && INTERACTIVE.test(file.slice(element.name)));
}

/** Whether anything in a tree is named, styled or worded as a loading state, and nothing in it can be used. */
function saysLoading(file: SourceFile, tree: Node): boolean {
  const inside = (node: Node) => tree.start! <= node.start! && node.end! <= tree.end!;
  if (isUsable(file, tree)) return false;
  if (file.nodes("JSXOpeningElement").some((element) => inside(element) && LOADING_NAME.test(file.slice(element.name)))) return true;
  if (file.nodes("JSXText").some((text) => inside(text) && LOADING_TEXT.test(text.value))) return true;
  return file
    .nodes("JSXAttribute")
    .some(
      (attribute) =>
        inside(attribute) &&
        attribute.name.name === "className" &&
        attribute.value?.type === "StringLiteral" &&
        LOADING_CLASS.test(attribute.value.value),
    );
}
