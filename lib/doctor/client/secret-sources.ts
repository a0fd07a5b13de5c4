import type { Node } from "@babel/types";
import { gte, lt } from "semver";
import { environmentOf } from "../../next-auth/env-files.ts";
import { installedVersion, pinnedVersion } from "../../next-auth/installed-version.ts";
import { fieldOf, optionObjects, type Field } from "../../next-auth/option-fields.ts";
import { secretSource, type SecretSource } from "../../next-auth/secret-source.ts";
import { readerField, tokenReaders } from "../../next-auth/token-readers.ts";
import { definitionOf } from "../../project/definition.ts";
import type { Project } from "../../project/project.ts";
import { unwrap } from "../../syntax/expressions.ts";
import { defineCause } from "../cause.ts";
import { MIDDLEWARE_DOCS, OPTIONS_DOCS } from "./docs.ts";
import { placeInEnv } from "./env-place.ts";

const AUTH_SECRET_SINCE = "4.24.10";

export const secretLiteral = defineCause({
  name: "secret-literal",
  severity: "warning",
  summary: "The secret is written into the code.",
  why: "Whoever reads the code can sign session tokens for any user. A fallback that only the code knows also hides a missing variable: what reads the cookie without that fallback has another secret, and finds no session.",
  help: "Take it from an environment variable only, and use a new secret: the old one is in the history.",
  docs: `${OPTIONS_DOCS}#secret`,
  example: { broken: 'secret: process.env.NEXTAUTH_SECRET ?? "change-me"', repaired: "secret: process.env.NEXTAUTH_SECRET" },
  look(project, found) {
    const fields = [
      ...optionObjects(project).map((options) => fieldOf(project, options, "secret")),
      ...tokenReaders(project).map((reader) => readerField(project, reader, "secret")),
    ];
    const said = new Set<Node>();
    for (const field of fields) {
      const literal = field.state === "set" ? literalIn(project, field) : undefined;
      if (literal === undefined || said.has(literal.place.node)) continue;
      said.add(literal.place.node);
      const { file, node } = literal.place;
      found(
        file,
        node,
        literal.isFallback
          ? "Where the variable is missing, this text becomes the secret: everybody who reads the code can make sessions, and nothing says that the variable is missing."
          : "This text is the secret: everybody who reads the code can make sessions.",
      );
    }
  },
});

/** The text that a secret is or falls back to. */
function literalIn(
  project: Project,
  { value }: Field & { state: "set" },
): { place: { file: typeof value.file; node: Node }; isFallback: boolean } | undefined {
  const place = definitionOf(project, value);
  const isFallback = place.node.type === "LogicalExpression" && place.node.operator !== "&&";
  const node =
    place.node.type === "LogicalExpression" && isFallback
      ? definitionOf(project, { file: place.file, node: place.node.right }).node
      : unwrap(place.node);
  const text =
    node.type === "StringLiteral"
      ? node.value
      : node.type === "TemplateLiteral" && node.expressions.length === 0
        ? node.quasis[0]!.value.raw
        : "";
  return text === "" ? undefined : { place: { file: place.file, node: isFallback ? place.node : node }, isFallback };
}

export const secretSplit = defineCause({
  name: "secret-split",
  severity: "warning",
  summary: "The middleware or getToken takes its secret from elsewhere than the options.",
  why: "The cookie is encrypted with the secret of the options. withAuth and getToken know nothing of the options: without a secret of their own they read NEXTAUTH_SECRET (and AUTH_SECRET from next-auth 4.24.10 on). With another secret the token cannot be read, so people who are signed in are sent to the sign-in page.",
  help: "Give both the same secret, best by NEXTAUTH_SECRET alone, which everything reads by itself.",
  docs: MIDDLEWARE_DOCS,
  example: {
    broken: "NextAuth({ secret: process.env.SECRET })\nexport default withAuth({})",
    repaired: "NextAuth({ secret: process.env.SECRET })\nexport default withAuth({ secret: process.env.SECRET })",
  },
  look(project, found) {
    const written = optionObjects(project).map((options) => namesOf(project, secretSource(project, options)));
    if (written.length === 0 || written.includes(undefined)) return;
    for (const reader of tokenReaders(project)) {
      if (reader.options === "unknown") continue;
      const read = namesOf(project, reader.options ? secretSource(project, reader.options) : { kind: "default" });
      if (read === undefined || written.some((names) => names!.some((name) => read.includes(name)))) continue;
      found(
        reader.file,
        reader.node,
        `${reader.kind} reads its secret from ${said(read)}, the options take theirs from ${said(written[0]!)}. Unless both hold the same value, it cannot read the session's cookie and takes everybody for signed out.`,
      );
    }
  },
});

const IN_CODE = "the code";

/** Where a secret comes from; undefined where that is not known. */
function namesOf(project: Project, source: SecretSource): readonly string[] | undefined {
  if (source.kind === "unknown") return undefined;
  if (source.kind === "literal") return [IN_CODE];
  if (source.kind === "env") return source.names;
  const version = installedVersion(project, "next-auth");
  return version && lt(version, AUTH_SECRET_SINCE) && pinnedVersion(project, "next-auth")
    ? ["NEXTAUTH_SECRET"]
    : ["NEXTAUTH_SECRET", "AUTH_SECRET"];
}

function said(names: readonly string[]): string {
  return names.join(" or ");
}

export const authSecretTooEarly = defineCause({
  name: "secret-auth-secret-too-early",
  severity: "warning",
  summary: "Only AUTH_SECRET is set, and this next-auth does not read it.",
  why: "AUTH_SECRET is Auth.js v5's name; next-auth reads it from 4.24.10 on. Before, the app has no secret: production answers with an error, and getServerSession throws.",
  help: "Rename the variable to NEXTAUTH_SECRET, or run npm i next-auth@^4.24.10.",
  docs: `${OPTIONS_DOCS}#nextauth_secret`,
  example: { broken: "AUTH_SECRET=…", repaired: "NEXTAUTH_SECRET=…" },
  look(project, found) {
    const version = pinnedVersion(project, "next-auth");
    if (version === undefined || gte(version, AUTH_SECRET_SINCE)) return;
    const environment = environmentOf(project);
    if (!optionObjects(project).some((options) => secretSource(project, options).kind === "default")) return;
    for (const mode of ["development", "production"] as const) {
      const path = environment.fileOf("AUTH_SECRET", mode);
      if (!path || environment.state("AUTH_SECRET", mode) !== "set" || environment.state("NEXTAUTH_SECRET", mode) !== "missing") continue;
      found(
        ...placeInEnv(project, path, "AUTH_SECRET"),
        `next-auth ${version.version} does not read AUTH_SECRET (that came with ${AUTH_SECRET_SINCE}), and NEXTAUTH_SECRET is set nowhere: there is no secret.`,
      );
      return;
    }
  },
});
