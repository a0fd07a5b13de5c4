import type { ExportNamedDeclaration } from "@babel/types";
import { asJscodeshift } from "../lib/as-jscodeshift.ts";
import type { SourceEdit } from "../lib/edit/source-edit.ts";
import { endOfStatement, quoteString } from "../lib/edit/style.ts";
import { planMiddleware, type MiddlewarePlan } from "../lib/fix-middleware/plan.ts";
import type { MatcherEntry } from "../lib/next-auth/middleware-config.ts";
import type { Middleware } from "../lib/next-auth/middleware.ts";
import { isNameFree } from "../lib/syntax/bindings.ts";
import { defineTransform } from "../lib/transform.ts";
import type { SourceFile } from "../lib/workspace/source-file.ts";

const LOOKAHEAD = "(?!";

/**
 * Keeps the middleware away from what it must not answer: next-auth's own routes and Next.js's static files.
 *
 * A middleware that sends everybody without a session to the sign-in page, and runs for `/api/auth` too, makes
 * signing in impossible; one that runs for `/_next/static` leaves pages without their scripts. Where the middleware
 * can answer such a request, its matcher is narrowed, as little as possible:
 *
 *     -  matcher: ["/((?!_next/static|_next/image|favicon.ico).*)"],
 *     +  matcher: ["/((?!api/auth|_next/static|_next/image|favicon.ico).*)"],
 *
 * A middleware without a matcher runs for every request, and gets one. On Next.js 16 the build does not see a default
 * export that is only listed, so it becomes a declaration:
 *
 *     -export { default } from "next-auth/middleware";
 *     +import withAuth from "next-auth/middleware";
 *     +
 *     +export default withAuth;
 *
 * Left alone: `withAuth` and code that lets these paths through itself; an auth route below a dynamic segment
 * (`app/[locale]/api/auth`), which only a middleware's rewrite reaches; and, with a finding, a matcher that Next.js
 * cannot read, one that no small change mends, and a file that Next.js never runs.
 */
export const fixMiddleware = defineTransform<MiddlewarePlan>({
  name: "fix-middleware",
  summary: "keep the middleware away from next-auth's own routes and from static files",
  mentions: ["next-auth/middleware", "next-auth/jwt"],
  plan: planMiddleware,
  targets: ({ middleware }) => [middleware.file],
  edit(file, edits, plan) {
    if (plan.declareDefault) declareDefault(file, edits);
    for (const [entry, source] of plan.sources) replaceSource(file, edits, entry, source);
    if (plan.added !== undefined) addMatcher(file, edits, plan.middleware, plan.added);
  },
});

/** Writes a new source: what only joins a lookahead is inserted, so that everything escaped stays as it is written. */
function replaceSource(file: SourceFile, edits: SourceEdit, { literal, source: old }: MatcherEntry, source: string): void {
  const change = edits.because("The middleware answers these paths, which next-auth and Next.js have to answer");
  const at = old.indexOf(LOOKAHEAD) + LOOKAHEAD.length;
  const added = source.slice(at, source.length - (old.length - at));
  const written = file.slice(literal);
  if (old.includes(LOOKAHEAD) && old.slice(0, at) + added + old.slice(at) === source)
    change.insert(literal.start! + written.indexOf(LOOKAHEAD) + LOOKAHEAD.length, added);
  else change.replace(literal, written[0] + source + written[0]);
}

function addMatcher(file: SourceFile, edits: SourceEdit, { config }: Middleware, source: string): void {
  const change = edits.because("Without a matcher the middleware runs for every request, those of next-auth and static files included");
  const { indent, trailingCommas } = edits.style;
  const property = `matcher: [${quoteString(source, edits.style)}]`;
  const object = config.kind === "none" ? config.object : undefined;
  const last = object?.properties.at(-1);
  if (last) {
    const isOnLines = file.text.slice(object!.start!, last.start!).includes("\n");
    change.insertAfter(last, isOnLines ? `,\n${indent}${property}` : `, ${property}`);
  } else if (object) change.replace(object, `{ ${property} }`);
  else
    change.insert(
      file.text.trimEnd().length,
      `\n\nexport const config = {\n${indent}${property}${trailingCommas ? "," : ""}\n}${endOfStatement(edits.style)}`,
    );
}

/** `export { default } from "x"` becomes an import and `export default`, `export { x as default }` the latter. */
function declareDefault(file: SourceFile, edits: SourceEdit): void {
  const specifier = file.nodes("ExportSpecifier").find(({ exported }) => exported.type === "Identifier" && exported.name === "default");
  const declaration = specifier && (file.parent(specifier) as ExportNamedDeclaration);
  if (!declaration) return;
  const change = edits.because("Next.js 16 does not see a default export that is only listed, and stops the build");
  const from = declaration.source?.value;
  const local = from === undefined ? specifier.local.name : freeName(file, from);
  if (from !== undefined) change.addImport({ source: from, imported: specifier.local.name, local });
  const others = declaration.specifiers.filter((one) => one !== specifier);
  const end = endOfStatement(edits.style);
  const kept =
    others.length === 0
      ? ""
      : `export { ${others.map((one) => file.slice(one)).join(", ")} }${declaration.source ? ` from ${file.slice(declaration.source)}` : ""}${end}\n`;
  change.replace(declaration, `${kept}export default ${local}${end}`);
}

function freeName(file: SourceFile, source: string): string {
  const wanted = source === "next-auth/middleware" ? ["withAuth", "nextAuthMiddleware"] : ["handler", "middlewareHandler"];
  return wanted.find((name) => isNameFree(file, name)) ?? `${wanted[1]}_`;
}

export default asJscodeshift(fixMiddleware);
export const parser = "tsx";
