/**
 * inject-auth-options
 *
 * Gives every `getServerSession` call the options that NextAuth was given. Without them none of the callbacks
 * run, so the session has no id and no role; with a database session, custom cookies or the secret in the
 * options only, it is null.
 *
 *   import { getServerSession } from "next-auth";            import { getServerSession } from "next-auth";
 *                                                            import { authOptions } from "@/lib/auth";
 *
 *   const session = await getServerSession();           →    const session = await getServerSession(authOptions);
 *   await getServerSession(req, res);  // pages/        →    await getServerSession(req, res, authOptions);
 *   await getServerSession(req, res);  // app/          →    await getServerSession(authOptions);
 *   await getSession();  // next-auth/react, on the server → await getServerSession(authOptions);
 *
 * The options are found through the route handler, wherever the project has them, and imported as the
 * project's other files import them. Left alone: calls that have options in any form, or get them from a
 * parameter. Left alone with a finding: calls in client code, spread arguments, a function handed on, an
 * import that would close a harmful cycle, and every call where the app's options are not an object with a
 * name (inline in the route, made by a function, several of them).
 */
import type { Node } from "@babel/types";
import { asJscodeshift } from "../lib/as-jscodeshift.ts";
import type { Change } from "../lib/edit/source-edit.ts";
import { endOfStatement, type FileStyle } from "../lib/edit/style.ts";
import type { OptionsSource } from "../lib/inject-auth-options/options-source.ts";
import { planRepairs, type Repair } from "../lib/inject-auth-options/plan-repairs.ts";
import { nameServerSession } from "../lib/inject-auth-options/server-session-name.ts";
import { passOnly, passThird } from "../lib/inject-auth-options/write-call.ts";
import type { SessionCall } from "../lib/next-auth/session-calls.ts";
import { defineTransform } from "../lib/transform.ts";
import type { SourceFile } from "../lib/workspace/source-file.ts";

interface Plan {
  source: OptionsSource | undefined;
  repairs: readonly Repair[];
  files: readonly SourceFile[];
}

const MENTIONS = ["getServerSession", "getSession"];

export const injectAuthOptions = defineTransform<Plan>({
  name: "inject-auth-options",
  summary: "give getServerSession the options that NextAuth was given",
  mentions: MENTIONS,

  plan(context) {
    const files = context.project.mentioning(MENTIONS).filter(({ path }) => context.isSelected(path));
    const { source, repairs } = planRepairs(
      context,
      files.filter((file) => file.parses),
    );
    const exporting = repairs.length > 0 && source?.unexported ? [source.unexported.file] : [];
    // A file that does not parse is a target too: that is how it gets reported.
    return {
      source,
      repairs,
      files: [...new Set([...files.filter((file) => !file.parses || repairs.some(({ call }) => call.file === file)), ...exporting])],
    };
  },

  targets: ({ files }) => files,

  edit(file, edits, { source, repairs }, { project }) {
    const unexported = source?.unexported;
    // Exported and imported are accepted or refused as one.
    const choice = unexported && "inject-auth-options:export";
    if (unexported?.file === file)
      exportVariable(
        edits.because("Exports the options, so that getServerSession can be given them.", choice),
        file,
        edits.style,
        unexported.node,
        unexported.local!,
      );
    for (const { call, as, options } of repairs) {
      if (call.file !== file) continue;
      const change = edits.because(reasonFor(call, as), choice);
      if (call.name === "getSession") {
        const server = nameServerSession(project, file, call.call);
        if (server.source !== undefined) change.addImport({ source: server.source, imported: "getServerSession", local: server.local });
        change.replace(call.callee, server.local);
      }
      if (options.source !== undefined) change.addImport(options);
      (as === "only" ? passOnly : passThird)(change, call, options.local);
    }
  },
});

export default asJscodeshift(injectAuthOptions);
export const parser = "tsx";

function reasonFor({ name, given }: SessionCall, as: Repair["as"]): string {
  if (name === "getSession") return "getSession() is for the browser: on the server it has no cookie to send, and the session is null.";
  if (given === "request-and-response" && as === "only")
    return "The App Router has no request and response to pass: getServerSession reads the cookies itself, and needs the options.";
  return "Without the options none of your callbacks run (no id, no role), and the session is null with a database, custom cookies or the secret in the options only.";
}

function exportVariable(change: Change, file: SourceFile, style: FileStyle, declarator: Node, local: string): void {
  const declaration = file.parent(declarator);
  if (declaration?.type === "VariableDeclaration" && declaration.declarations.length === 1) change.insertBefore(declaration, "export ");
  else change.insert(file.text.trimEnd().length, `\n\nexport { ${local} }${endOfStatement(style)}`);
}
