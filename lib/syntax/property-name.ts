import type { Identifier, ObjectPattern } from "@babel/types";
import type { SourceFile } from "../workspace/source-file.ts";

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

/** The name a pattern gives to a member. */
export function takenAs(pattern: ObjectPattern, member: string): string | undefined {
  for (const property of pattern.properties) {
    if (property.type !== "ObjectProperty" || property.computed || property.key.type !== "Identifier" || property.key.name !== member)
      continue;
    const local = property.value.type === "AssignmentPattern" ? property.value.left : property.value;
    if (local.type === "Identifier") return local.name;
  }
  return undefined;
}
