import type { Node } from "@babel/types";
import { definitionOf, type Place } from "../project/definition.ts";
import type { Project } from "../project/project.ts";
import type { SourceFile } from "../workspace/source-file.ts";
import { fieldOf, type OptionsObject } from "./option-fields.ts";

/** Where the secret of the options comes from. */
export type SecretSource =
  /** Not given: next-auth reads NEXTAUTH_SECRET, and AUTH_SECRET from 4.24.10 on. */
  | { kind: "default" }
  /** Environment variables, the first that is set counts. `fallback`: something else comes last. */
  | { kind: "env"; names: readonly string[]; fallback: boolean }
  /** Written into the code. */
  | { kind: "literal" }
  | { kind: "unknown" };

export function secretSource(project: Project, options: OptionsObject): SecretSource {
  const field = fieldOf(project, options, "secret");
  if (field.state !== "set") return { kind: field.state === "absent" ? "default" : "unknown" };
  return readSecret(project, field.value);
}

function readSecret(project: Project, place: Place): SecretSource {
  const { file, node } = definitionOf(project, place);
  if (node.type === "StringLiteral" || node.type === "TemplateLiteral") return { kind: "literal" };
  if (node.type === "Identifier" && node.name === "undefined") return { kind: "default" };
  if (node.type === "LogicalExpression" && node.operator !== "&&") {
    const [first, second] = [readSecret(project, { file, node: node.left }), readSecret(project, { file, node: node.right })];
    if (first.kind !== "env") return { kind: "unknown" };
    return second.kind === "env" ? { ...second, names: [...first.names, ...second.names] } : { ...first, fallback: true };
  }
  const name = environmentName(file, node);
  return name === undefined ? { kind: "unknown" } : { kind: "env", names: [name], fallback: false };
}

/** `process.env.X`, `process.env["X"]`, and `env.X` of a checked environment (`@t3-oss/env-nextjs`). */
function environmentName(file: SourceFile, node: Node): string | undefined {
  if (node.type !== "MemberExpression" && node.type !== "OptionalMemberExpression") return undefined;
  const name =
    !node.computed && node.property.type === "Identifier"
      ? node.property.name
      : node.property.type === "StringLiteral"
        ? node.property.value
        : undefined;
  const isEnvironment = /^(?:process\.)?env$/.test(file.slice(node.object));
  return name !== undefined && isEnvironment && /^[A-Z][A-Z0-9_]*$/.test(name) ? name : undefined;
}
