import type { Node, ObjectExpression } from "@babel/types";
import { asJscodeshift } from "../lib/as-jscodeshift.ts";
import { indentationAt, quoteString } from "../lib/edit/style.ts";
import type { SourceEdit } from "../lib/edit/source-edit.ts";
import { fieldOf, hasAdapter, optionObjects, propertyField, sessionStrategy, type OptionsObject } from "../lib/next-auth/option-fields.ts";
import { providersOf } from "../lib/next-auth/option-providers.ts";
import { definitionOf } from "../lib/project/definition.ts";

import type { Project } from "../lib/project/project.ts";
import { defineTransform, type TransformContext } from "../lib/transform.ts";
import { isBelow, joinPath } from "../lib/workspace/app.ts";
import type { SourceFile } from "../lib/workspace/source-file.ts";

/** A property for the options (`session`, behind another property), or for the object that they have as `session`. */
interface Addition {
  file: SourceFile;
  object: ObjectExpression;
  behind: Node | undefined;
}

interface Plan {
  additions: readonly Addition[];
}

/**
 * Makes sessions last that a credentials provider begins while an adapter is there.
 *
 * With an adapter, next-auth keeps sessions in the database unless it is told otherwise, but a credentials provider
 * can only begin a token session. So signing in works, and the next request finds no session and deletes the cookie,
 * without a line in the log. Where credentials is the only provider:
 *
 *       adapter: PrismaAdapter(prisma),
 *     + session: { strategy: "jwt" },
 *
 * Left alone: options that have a strategy, or no adapter; and, with a finding, options with other providers too
 * (their sessions would move out of the database) and ones whose session could not be read.
 * https://next-auth.js.org/errors#callback_credentials_jwt_error
 */
export const useJwtStrategy = defineTransform<Plan>({
  name: "use-jwt-strategy",
  summary: "let credentials sign-ins last where an adapter is in use",
  mentions: ["next-auth"],
  plan(context) {
    const additions = optionObjects(context.project).flatMap((options) => additionFor(context, options) ?? []);
    return additions.length === 0 ? undefined : { additions };
  },
  targets: ({ additions }) => [...new Set(additions.map(({ file }) => file))],
  edit(file, edits, { additions }) {
    for (const addition of additions) if (addition.file === file) addProperty(file, edits, addition);
  },
});

function additionFor({ project, report, isSelected }: TransformContext, options: OptionsObject): Addition | undefined {
  const { kinds, complete } = providersOf(project, options);
  const { file, object } = options;
  // A list that could not be read may have the provider that the file imports.
  const mayHaveCredentials = kinds.includes("credentials") || (!complete && /["']next-auth\/providers\/credentials["']/.test(file.text));
  if (!mayHaveCredentials || !hasAdapter(project, options)) return undefined;
  const strategy = sessionStrategy(project, options);
  if (strategy === "jwt" && isSelected(file.path)) report.alreadyRight(file.path);
  if (strategy === "jwt" || strategy === "database") return undefined;
  if (!isSelected(file.path)) {
    const { dir } = project.app;
    if (!isBelow(file.path, dir) && isSelected(joinPath(dir, "package.json")))
      report.finding(
        "credentials-outside",
        file,
        object,
        "These options keep sessions in the database, where a credentials provider begins none. They are not in the app that this run was given, so nothing in them was changed.",
      );
    return undefined;
  }
  const providers = fieldOf(project, options, "providers");
  const at = providers.state === "set" && providers.value.file === file ? providers.value.node : object;
  if (strategy === "unknown")
    report.finding(
      "credentials-session-unknown",
      file,
      at,
      "Users who sign in with credentials are forgotten on the next request if these options keep sessions in the database, as an adapter makes them; whether they do could not be read.",
    );
  else if (hasOwnEncoding(project, options))
    report.finding(
      "credentials-own-encoding",
      file,
      at,
      "These options keep sessions in the database, which credentials do not begin by themselves; their own jwt.encode may do it.",
    );
  else if (!complete || kinds.length > 1)
    report.finding(
      "credentials-with-adapter",
      file,
      at,
      "These options keep sessions in the database, because they have an adapter and no session.strategy. A credentials provider begins none there: its users are signed in, and forgotten on the next request.",
    );
  else return additionTo(project, options);
  return undefined;
}

/** Credentials can begin a database session with an `encode` of one's own that hands out its id. */
function hasOwnEncoding(project: Project, options: OptionsObject): boolean {
  const jwt = fieldOf(project, options, "jwt");
  if (jwt.state !== "set") return jwt.state === "unknown";
  const { file, node } = definitionOf(project, jwt.value);
  return node.type !== "ObjectExpression" || propertyField(project, file, node, "encode").state !== "absent";
}

function additionTo(project: Project, options: OptionsObject): Addition {
  const session = fieldOf(project, options, "session");
  if (session.state === "set") {
    const { file, node } = definitionOf(project, session.value);
    if (node.type === "ObjectExpression") return { file, object: node, behind: undefined };
  }
  const { file, object } = options;
  const adapter = fieldOf(project, options, "adapter");
  const property =
    adapter.state === "set" && adapter.owner.object === object
      ? object.properties.find((one) => one.start! <= adapter.value.node.start! && adapter.value.node.end! <= one.end!)
      : undefined;
  return { file, object, behind: property ?? object.properties.at(-1) };
}

function addProperty(file: SourceFile, edits: SourceEdit, { object, behind }: Addition): void {
  const change = edits.because(
    "Credentials sign-ins begin a token session, which is forgotten while the adapter keeps sessions in the database",
  );
  const strategy = `strategy: ${quoteString("jwt", edits.style)}${needsConst(file, object) ? " as const" : ""}`;
  const [first] = object.properties;
  if (behind !== undefined) {
    const session = `session: { ${strategy} }`;
    const isOnLines = file.text.slice(object.start!, behind.start!).includes("\n");
    const indentation = indentationAt(file, behind.start!);
    // A comment at the end of the line stays with the property before.
    const rest = /^,[ \t]*(?:\/\/[^\r\n]*)?(?=\r?\n)/.exec(file.text.slice(behind.end!));
    if (isOnLines && rest) change.insert(behind.end! + rest[0].length, `\n${indentation}${session},`);
    else change.insertAfter(behind, isOnLines ? `,\n${indentation}${session}` : `, ${session}`);
  } else if (first === undefined) change.replace(object, `{ ${strategy} }`);
  else
    change.insertBefore(
      first,
      file.text.slice(object.start!, first.start!).includes("\n") ? `${strategy},\n${indentationAt(file, first.start!)}` : `${strategy}, `,
    );
}

/** In an object that TypeScript gives no type from outside, the strategy would be any string. */
function needsConst(file: SourceFile, object: ObjectExpression): boolean {
  if (!/\.[cm]?tsx?$/.test(file.path)) return false;
  let inner: Node = object;
  for (const outer of file.ancestors(object)) {
    if (outer.type === "TSAsExpression" || outer.type === "TSSatisfiesExpression" || outer.type === "TSTypeAssertion") return false;
    if (outer.type === "CallExpression") return !outer.arguments.some((argument) => argument === inner);
    if (outer.type === "VariableDeclarator") return outer.id.type !== "Identifier" || !outer.id.typeAnnotation;
    if (outer.type === "ReturnStatement" || outer.type === "ArrowFunctionExpression") return true;
    inner = outer;
  }
  return true;
}

export default asJscodeshift(useJwtStrategy);
export const parser = "tsx";
