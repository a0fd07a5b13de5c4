import type { Node, ObjectExpression } from "@babel/types";
import { definitionOf } from "../project/definition.ts";
import { isTestFile } from "../project/entries.ts";
import { usesOf } from "../project/origin.ts";
import { fact, type Project } from "../project/project.ts";
import type { SourceFile } from "../workspace/source-file.ts";
import { fieldOf, propertyField, type Field, type OptionsObject } from "./option-fields.ts";

/**
 * Code that reads the session's cookie without the options: it has to be told of the secret, the cookie's name and
 * the codec once more. https://next-auth.js.org/configuration/nextjs#middleware
 */
export interface TokenReader {
  kind: "withAuth" | "getToken";
  file: SourceFile;
  node: Node;
  /** What it is given; undefined where that is nothing, `unknown` where it could not be read. */
  options: OptionsObject | "unknown" | undefined;
}

const UNCHANGED: ReadonlySet<string> = new Set();

/** The app's uses of `withAuth` (re-exported as it is, too) and of `getToken`, in source order. */
export const tokenReaders = fact((project: Project): readonly TokenReader[] =>
  project
    .mentioning(["next-auth/middleware", "next-auth/jwt"])
    .filter((file) => file.parses && !isTestFile(file.path))
    .flatMap((file) => [...middlewareReaders(project, file), ...tokenCalls(project, file)]),
);

function middlewareReaders(project: Project, file: SourceFile): TokenReader[] {
  const reExport = file
    .nodes("ExportNamedDeclaration")
    .filter(({ source, exportKind }) => source?.value === "next-auth/middleware" && exportKind !== "type");
  const uses = ["default", "withAuth"].flatMap((name) =>
    usesOf(project, file, ["next-auth/middleware"], name).map(({ node }): Node => node),
  );
  const calls = uses.flatMap((use): TokenReader[] => {
    const parent = file.parent(use);
    if (parent?.type !== "CallExpression" || parent.callee !== use)
      return parent && /^Export/.test(parent.type) ? [{ kind: "withAuth", file, node: use, options: undefined }] : [];
    // `withAuth(options)`, `withAuth(function, options)`; `withAuth(request, options)` as the documentation's advanced form
    const given = parent.arguments.map((argument) => objectOf(project, file, argument));
    const object = given.find((one) => typeof one === "object");
    return [{ kind: "withAuth", file, node: parent, options: object ?? (given.includes("unknown") ? "unknown" : undefined) }];
  });
  return [...reExport.map((node): TokenReader => ({ kind: "withAuth", file, node, options: undefined })), ...calls];
}

function tokenCalls(project: Project, file: SourceFile): TokenReader[] {
  return usesOf(project, file, ["next-auth/jwt"], "getToken").flatMap(({ node }): TokenReader[] => {
    const call = file.parent(node);
    if (call?.type !== "CallExpression" || call.callee !== node) return [];
    const given = call.arguments[0] && objectOf(project, file, call.arguments[0]);
    return [{ kind: "getToken", file, node: call, options: given === "function" ? undefined : (given ?? "unknown") }];
  });
}

function objectOf(project: Project, file: SourceFile, argument: Node): OptionsObject | "unknown" | "function" {
  const place = definitionOf(project, { file, node: argument });
  if (place.node.type === "ObjectExpression") return { file: place.file, object: place.node, changed: UNCHANGED };
  return /Function/.test(place.node.type) ? "function" : "unknown";
}

/** A field of a reader's options; absent where it is given none. */
export function readerField(project: Project, { options }: TokenReader, ...path: string[]): Field {
  if (options === undefined) return { state: "absent" };
  return options === "unknown" ? { state: "unknown" } : deepField(project, options, ...path);
}

/** A field inside a field: `cookies.sessionToken.name`. */
export function deepField(project: Project, options: OptionsObject, ...path: string[]): Field {
  let field = fieldOf(project, options, path[0]!);
  for (const name of path.slice(1)) {
    if (field.state !== "set") return field;
    const { file, node } = definitionOf(project, field.value);
    field = node.type === "ObjectExpression" ? propertyField(project, file, node as ObjectExpression, name) : { state: "unknown" };
  }
  return field;
}
