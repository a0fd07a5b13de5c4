import type { Node } from "@babel/types";
import { originOfExport } from "../project/origin.ts";
import { entryKind, isTestFile } from "../project/entries.ts";
import { fact, type Project } from "../project/project.ts";
import { exportsOf } from "../syntax/exports.ts";
import { propertyValue, topLevelVariable, unwrap } from "../syntax/expressions.ts";
import { moduleReferences } from "../syntax/imports.ts";
import { isBelow } from "../workspace/app.ts";
import type { SourceFile } from "../workspace/source-file.ts";
import { exportedValue, identityOf, importOf, optionsValue, type OptionsConstant, type OptionsValue } from "./options-value.ts";
import { authRoutes, nextAuthCalls } from "./route-handler.ts";
import { optionsArgument, sessionCalls } from "./session-calls.ts";

/** A way the app's own code imports the options. */
export interface OptionsImport {
  from: SourceFile;
  /** The specifier as written. */
  source: string;
  imported: string;
}

/** Where an app has its options. */
export type AuthOptions =
  /** One object that a name leads to. */
  | { kind: "found"; value: OptionsConstant | Extract<OptionsValue, { kind: "package" }>; imports: readonly OptionsImport[] }
  /** One, but without a name that others could use; see OptionsValue. */
  | Extract<OptionsValue, { kind: "inline" | "factory" | "per-request" | "unknown" }>
  /** Different ones, and nothing that says which is meant. */
  | { kind: "several"; values: readonly OptionsValue[] }
  | { kind: "none" };

/**
 * The options of the app: what its route gives to NextAuth; without a route here (or where it puts them together
 * for each request), what its calls of `getServerSession` are given; else the one export typed as options.
 */
export const authOptions = fact((project: Project): AuthOptions => {
  const byRoute = distinct(
    routeCalls(project).map(({ file, options }): OptionsValue =>
      options ? optionsValue(project, file, options) : { kind: "unknown", file, node: file.ast.program },
    ),
  );
  if (byRoute.length > 1) return { kind: "several", values: byRoute };
  const [ofRoute] = byRoute;
  if (ofRoute && isNamed(ofRoute)) return { kind: "found", value: ofRoute, imports: importsOf(project, ofRoute) };
  if (ofRoute?.kind === "factory") return ofRoute;
  const given = distinct(givenOptions(project).flatMap(({ value }) => (isNamed(value) ? [value] : [])));
  if (ofRoute?.kind === "inline" && !(given.length > 0 && addsToOthers(ofRoute.node))) return ofRoute;
  const candidates = given.length > 0 || ofRoute ? given : typedExports(project);
  if (candidates.length > 1) return { kind: "several", values: candidates };
  const [only] = candidates;
  if (only && isNamed(only)) return { kind: "found", value: only, imports: importsOf(project, only) };
  return ofRoute ?? (only as Extract<OptionsValue, { kind: "factory" }> | undefined) ?? { kind: "none" };
});

/** `{ ...authOptions, pages }`: what the rest of the app is given is the configuration. */
function addsToOthers(object: Node): boolean {
  return (
    object.type === "ObjectExpression" &&
    object.properties.some(({ type }) => type === "SpreadElement") &&
    propertyValue(object, "providers") === undefined
  );
}

function isNamed(value: OptionsValue): value is OptionsConstant | Extract<OptionsValue, { kind: "package" }> {
  return value.kind === "constant" || value.kind === "package";
}

function distinct(values: readonly OptionsValue[]): OptionsValue[] {
  return [...new Map(values.map((value) => [identityOf(value), value])).values()];
}

/** The NextAuth calls behind the app's routes, in the route's file or the one its handler comes from. */
function routeCalls(project: Project): { file: SourceFile; options: Node | undefined }[] {
  return authRoutes(project).flatMap(({ file, calls }) => {
    if (calls.length > 0 || !file.parses) return calls;
    const handlers = exportsOf(file).flatMap(({ exported }) => {
      const origin = /^(?:GET|POST|default)$/.test(exported) ? originOfExport(project, file, exported) : undefined;
      return origin?.kind === "declaration" && origin.file !== file ? [origin.file] : [];
    });
    return [...new Set(handlers)].flatMap((handler) => nextAuthCalls(project, handler));
  });
}

/** What the app's calls of NextAuth and `getServerSession` are given as options. */
const givenOptions = fact((project: Project): { file: SourceFile; node: Node; value: OptionsValue }[] => {
  const files = project.mentioning(["getServerSession"]).filter((file) => file.parses && !isTestFile(file.path));
  const nodes = [
    ...routeCalls(project),
    ...files.flatMap((file) =>
      sessionCalls(project, file).map((call) => ({ file, options: call.name === "getSession" ? undefined : optionsArgument(call) })),
    ),
  ];
  return nodes.flatMap(({ file, options }) =>
    options ? [{ file, node: unwrap(options), value: optionsValue(project, file, options) }] : [],
  );
});

/** How the app's files import the options, and how its route could from where it has its handler. */
function importsOf(project: Project, value: OptionsValue): OptionsImport[] {
  const identity = identityOf(value);
  const given = givenOptions(project).flatMap(({ file, node, value: own }) => {
    const isOurs = node.type === "Identifier" && identityOf(own) === identity && isBelow(file.path, project.app.dir);
    const binding = isOurs ? importOf(file, node) : undefined;
    return binding && binding.imported !== "*" ? [{ from: file, source: binding.source, imported: binding.imported }] : [];
  });
  if (given.length > 0 || value.kind !== "constant") return given;
  return authRoutes(project).flatMap(({ file }) =>
    (file.parses ? moduleReferences(file) : []).flatMap(({ literal }) => {
      const module = project.follow(literal.value, file);
      const imported = module?.parses
        ? value.exported.find(
            (name) => identityOf(exportedValue(project, module, name) ?? { kind: "unknown", file, node: literal }) === identity,
          )
        : undefined;
      return imported === undefined ? [] : [{ from: file, source: literal.value, imported }];
    }),
  );
}

const OPTIONS_TYPE = /\b(?:NextAuth|Auth)Options\b/;

/** Exports annotated, asserted or documented as next-auth's options, or as functions that return them. */
function typedExports(project: Project): OptionsValue[] {
  const files = project
    .mentioning(["NextAuthOptions", "AuthOptions"])
    .filter(
      (file) => file.parses && file.text.includes("next-auth") && !isTestFile(file.path) && entryKind(project, file.path) !== "pages",
    );
  const values = files.flatMap((file) =>
    exportsOf(file).flatMap((own) => {
      const typed = own.kind === "local" ? isTypedVariable(file, own.local) : own.kind === "expression" && isTyped(file, own.expression);
      return typed ? [exportedValue(project, file, own.exported)].filter((value) => value !== undefined) : [];
    }),
  );
  const constants = distinct(values.filter(isNamed));
  return constants.length > 0 ? constants : distinct(values);
}

function isTypedVariable(file: SourceFile, local: string): boolean {
  const declarator = topLevelVariable(file, local);
  if (declarator === undefined) return false;
  const annotation = "typeAnnotation" in declarator.id && declarator.id.typeAnnotation ? file.slice(declarator.id.typeAnnotation) : "";
  const statement = file.parent(declarator);
  const documented = [...(statement?.leadingComments ?? []), ...((statement && file.parent(statement)?.leadingComments) ?? [])].some(
    ({ value }) => value.includes("@type") && OPTIONS_TYPE.test(value),
  );
  return OPTIONS_TYPE.test(annotation) || documented || (declarator.init ? isTyped(file, declarator.init) : false);
}

/** `… as NextAuthOptions`, `… satisfies AuthOptions`, and a function that says it returns them. */
function isTyped(file: SourceFile, node: Node): boolean {
  if (node.type === "TSAsExpression" || node.type === "TSSatisfiesExpression")
    return OPTIONS_TYPE.test(file.slice(node.typeAnnotation)) || isTyped(file, node.expression);
  return "returnType" in node && node.returnType ? OPTIONS_TYPE.test(file.slice(node.returnType)) : false;
}
