import type { Node } from "@babel/types";
import { optionObjects, type Field } from "../../next-auth/option-fields.ts";
import { deepField, readerField, tokenReaders } from "../../next-auth/token-readers.ts";
import { definitionOf, type Place } from "../../project/definition.ts";
import type { Project } from "../../project/project.ts";
import { defineCause } from "../cause.ts";
import { MIDDLEWARE_DOCS, OPTIONS_DOCS } from "./docs.ts";

const DOCS = `${OPTIONS_DOCS}#cookies`;
const DEFAULT_NAME = "next-auth.session-token";

export const cookieNameUnknown = defineCause({
  name: "cookie-name-unknown",
  severity: "warning",
  summary: "The session's cookie has a name of its own that the middleware or getToken is not told of.",
  why: "withAuth and getToken know nothing of the options. They look for next-auth.session-token (or __Secure-next-auth.session-token); under another name they find no token and take everybody for signed out.",
  help: "Give withAuth cookies: { sessionToken: { name } }, and getToken cookieName, with the same name.",
  docs: MIDDLEWARE_DOCS,
  example: {
    broken: 'NextAuth({ cookies: { sessionToken: { name: "shop-session" } } })\nexport default withAuth({})',
    repaired:
      'NextAuth({ cookies: { sessionToken: { name: "shop-session" } } })\nexport default withAuth({ cookies: { sessionToken: { name: "shop-session" } } })',
  },
  look(project, found) {
    const custom = optionObjects(project).map((options) =>
      ownName(project, deepField(project, options, "cookies", "sessionToken", "name")),
    );
    if (custom.length === 0 || custom.some((name) => name === undefined)) return;
    for (const reader of tokenReaders(project)) {
      const path = reader.kind === "withAuth" ? ["cookies", "sessionToken", "name"] : ["cookieName"];
      if (readerField(project, reader, ...path).state !== "absent") continue;
      found(
        reader.file,
        reader.node,
        `The options call the session's cookie "${custom[0]}", and ${reader.kind} looks for ${DEFAULT_NAME}: it takes everybody for signed out.`,
      );
    }
  },
});

/** A cookie name that is written out and not next-auth's. */
function ownName(project: Project, field: Field): string | undefined {
  const text = textOf(project, field);
  return text === undefined || text.value.replace(/^__(?:Secure|Host)-/, "") === DEFAULT_NAME ? undefined : text.value;
}

function textOf(project: Project, field: Field): { value: string; place: Place } | undefined {
  if (field.state !== "set") return undefined;
  const place = definitionOf(project, field.value);
  return place.node.type === "StringLiteral" ? { value: place.node.value, place } : undefined;
}

export const cookieSecurePrefix = defineCause({
  name: "cookie-secure-prefix",
  severity: "warning",
  summary: "The session's cookie is always called __Secure- or __Host-.",
  why: "Browsers take a cookie with such a name only with the Secure flag and from https (Chromium and Firefox make an exception of localhost, Safari does not). On plain http the cookie is dropped and every request is signed out. getToken, which chooses the name by NEXTAUTH_URL, looks for the plain one there.",
  help: "Leave the name out, so that next-auth chooses it by NEXTAUTH_URL; or make the prefix depend on the scheme.",
  docs: DOCS,
  example: {
    broken: 'sessionToken: { name: "__Secure-next-auth.session-token" }',
    repaired: 'sessionToken: { name: `${isHttps ? "__Secure-" : ""}next-auth.session-token` }',
  },
  look(project, found) {
    for (const options of optionObjects(project)) {
      const text = textOf(project, deepField(project, options, "cookies", "sessionToken", "name"));
      const prefix = text && /^__(?:Secure|Host)-/.exec(text.value)?.[0];
      if (text && prefix)
        found(
          text.place.file,
          text.place.node,
          `The session's cookie is called ${prefix}… whatever the scheme: on plain http the browser drops it.`,
        );
    }
  },
});

export const cookieDomainLocalhost = defineCause({
  name: "cookie-domain-localhost",
  severity: "warning",
  summary: "The session's cookie has localhost as its domain.",
  why: "A cookie's Domain has to have a dot in the middle; browsers drop one for localhost or .localhost. The sign-in answers as if all were well, and the next request has no session.",
  help: "Leave the domain out for localhost.",
  docs: DOCS,
  example: { broken: 'options: { domain: ".localhost" }', repaired: "options: { domain: process.env.COOKIE_DOMAIN }" },
  look(project, found) {
    for (const { value, place } of domains(project)) {
      if (/^\.?localhost$/.test(value))
        found(place.file, place.node, "Browsers refuse a cookie whose domain is localhost, so the session's cookie never arrives.");
    }
  },
});

export const cookieDomainFixed = defineCause({
  name: "cookie-domain-fixed",
  severity: "info",
  summary: "The session's cookie has one domain, wherever the app runs.",
  why: "A browser drops a cookie whose Domain is not the host's own or one above it. On localhost, on a preview deployment or under another domain nobody stays signed in.",
  help: "Set the domain only where the app runs below it.",
  docs: DOCS,
  example: {
    broken: 'options: { domain: ".example.com" }',
    repaired: 'options: { domain: process.env.NODE_ENV === "production" ? ".example.com" : undefined }',
  },
  look(project, found) {
    for (const { value, place } of domains(project)) {
      if (!/^\.?localhost$/.test(value) && value !== "")
        found(
          place.file,
          place.node,
          "The session's cookie is for this domain only: on localhost and on preview deployments the browser drops it.",
        );
    }
  },
});

function domains(project: Project): { value: string; place: Place }[] {
  return optionObjects(project).flatMap(
    (options) => textOf(project, deepField(project, options, "cookies", "sessionToken", "options", "domain")) ?? [],
  );
}

export const cookieAlwaysSecure = defineCause({
  name: "cookie-always-secure",
  severity: "info",
  summary: "The session's cookie is always Secure.",
  why: "A browser keeps a Secure cookie from https only. On http://localhost Chromium and Firefox keep it all the same and Safari does not; by another name or address on plain http no browser does, so that nobody stays signed in there.",
  help: 'Let it depend on the scheme: secure: process.env.NEXTAUTH_URL?.startsWith("https://").',
  docs: DOCS,
  example: { broken: "options: { secure: true }", repaired: 'options: { secure: process.env.NODE_ENV === "production" }' },
  look(project, found) {
    for (const options of optionObjects(project)) {
      const flags = [
        deepField(project, options, "cookies", "sessionToken", "options", "secure"),
        deepField(project, options, "useSecureCookies"),
      ];
      const always = flags
        .flatMap((field): Place[] => (field.state === "set" ? [definitionOf(project, field.value)] : []))
        .find(({ node }) => node.type === "BooleanLiteral" && node.value);
      if (always)
        found(
          always.file,
          always.node,
          "The session's cookie is Secure on plain http too, where browsers drop it (on localhost, Safari does).",
        );
    }
  },
});

export const jwtCustomCodec = defineCause({
  name: "jwt-custom-codec",
  severity: "warning",
  summary: "The options encode tokens in their own way, and the middleware or getToken is not told how to decode them.",
  why: "withAuth and getToken know nothing of the options. They decrypt the cookie as next-auth does by default; a token that jwt.encode made in another way cannot be read, and everybody is taken for signed out.",
  help: "Give withAuth jwt: { decode }, and getToken decode, with the same function.",
  docs: "https://next-auth.js.org/configuration/nextjs#custom-jwt-decode-method",
  example: {
    broken: "NextAuth({ jwt: { encode, decode } })\nexport default withAuth({})",
    repaired: "NextAuth({ jwt: { encode, decode } })\nexport default withAuth({ jwt: { decode } })",
  },
  look(project, found) {
    const objects = optionObjects(project);
    const codecs = objects.map((options) => deepField(project, options, "jwt", "encode"));
    if (codecs.length === 0 || !codecs.every((field) => field.state === "set" && !callsDefault(field.value))) return;
    for (const reader of tokenReaders(project)) {
      if (reader.kind === "getToken" && isTrue(project, readerField(project, reader, "raw"))) continue;
      const path = reader.kind === "withAuth" ? ["jwt", "decode"] : ["decode"];
      if (readerField(project, reader, ...path).state === "absent")
        found(
          reader.file,
          reader.node,
          `The options encode tokens in their own way, and ${reader.kind} decodes them in the default one: it takes everybody for signed out.`,
        );
    }
  },
});

/** With `raw: true` the token is handed out as it is in the cookie. */
function isTrue(project: Project, field: Field): boolean {
  if (field.state !== "set") return false;
  const { node } = definitionOf(project, field.value);
  return node.type === "BooleanLiteral" && node.value;
}

/** An encoder that hands on to next-auth's own makes tokens that everybody can read. */
function callsDefault({ file, node }: Place): boolean {
  const inside = (child: Node) => node.start! <= child.start! && child.end! <= node.end!;
  const isImported = /from\s*["']next-auth\/jwt["']/.test(file.text);
  return (
    isImported &&
    file
      .nodes("CallExpression")
      .some((call) => inside(call) && /(?:^|\.)(?:encode|defaultEncode|jwtEncode|nextAuthEncode)$/i.test(file.slice(call.callee)))
  );
}
