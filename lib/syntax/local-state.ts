import type { Identifier, Node } from "@babel/types";
import type { SourceFile } from "../workspace/source-file.ts";
import { bindingOf, usesOfName } from "./bindings.ts";
import { calleeName, waysTo } from "./components.ts";
import { unwrap } from "./expressions.ts";
import { functionAround } from "./functions.ts";

/**
 * Whether a condition holds only after somebody did something, as `canEdit && editedId === row.id`: one of its parts asks
 * for a state of the component that begins as null, false or empty, and that only events set.
 */
export function waitsForEvent(file: SourceFile, test: Node): boolean {
  const at = unwrap(test);
  if (at.type === "Identifier") return beginsEmpty(file, at);
  if (at.type === "LogicalExpression") return at.operator === "&&" && [at.left, at.right].some((part) => waitsForEvent(file, part));
  if (at.type !== "BinaryExpression" || !/^===?$/.test(at.operator)) return false;
  return [[unwrap(at.left), unwrap(at.right)] as const, [unwrap(at.right), unwrap(at.left)] as const].some(
    ([asked, other]) => asked.type === "Identifier" && !isEmpty(other) && beginsEmpty(file, asked),
  );
}

/** `const [editing, setEditing] = useState(false)`, where no effect and no rendering calls the setter */
function beginsEmpty(file: SourceFile, name: Identifier): boolean {
  const declared = bindingOf(file, name)?.declaration;
  if (declared?.type !== "VariableDeclarator" || declared.id.type !== "ArrayPattern" || declared.init?.type !== "CallExpression")
    return false;
  const [state, setter] = declared.id.elements;
  if (calleeName(declared.init) !== "useState" || !isEmpty(declared.init.arguments[0])) return false;
  if (state?.type !== "Identifier" || state.name !== name.name || setter?.type !== "Identifier") return false;
  return usesOfName(file, setter).every((use) => isForEvents(file, use, declared));
}

function isForEvents(file: SourceFile, setter: Node, declared: Node): boolean {
  const parent = file.parent(setter);
  if (parent?.type === "JSXExpressionContainer") return true;
  const owner = functionAround(file, declared);
  const isCalled = parent?.type === "CallExpression" && parent.callee === setter;
  return isCalled && owner !== undefined && waysTo(file, setter, owner).every(({ when }) => when === "event");
}

function isEmpty(node: Node | undefined): boolean {
  if (node === undefined || node.type === "NullLiteral") return true;
  if (node.type === "BooleanLiteral") return !node.value;
  return (node.type === "StringLiteral" && node.value === "") || (node.type === "Identifier" && node.name === "undefined");
}
