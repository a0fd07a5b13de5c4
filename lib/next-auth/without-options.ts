import { definitionOf } from "../project/definition.ts";
import { fact, type Project } from "../project/project.ts";
import { fieldOf, hasAdapter, optionObjects, propertyField, sessionStrategy, type OptionsObject } from "./option-fields.ts";
import { secretSource } from "./secret-source.ts";

/** What `getServerSession()` gives where it is not given the options: they decide it by what they hold. */
export interface WithoutOptions {
  /**
   * `null`: always. `maybe-null`: by what the environment holds. `stripped`: without what the callbacks add.
   * `same`: what it would give with the options, since they change nothing about a session.
   */
  gives: "null" | "maybe-null" | "stripped" | "same";
  /** Why, to stand behind "because". */
  because: string;
}

/**
 * The outcome of a call without options, for the app's one options object.
 * Read in `getServerSession` (next-auth 4.24, src/next/index.ts) and seen by running it with each of these options.
 */
export const withoutOptions = fact((project: Project): WithoutOptions => {
  const objects = optionObjects(project);
  const outcomes = objects.map((options) => outcomeFor(project, options));
  const [first = STRIPPED] = outcomes;
  return outcomes.every(({ gives }) => gives === first.gives)
    ? first
    : { gives: "maybe-null", because: "the app has more than one options object" };
});

const STRIPPED: WithoutOptions = { gives: "stripped", because: "without the options none of your callbacks runs" };

function outcomeFor(project: Project, options: OptionsObject): WithoutOptions {
  const sure = keepsSessionsInDatabase(project, options);
  if (sure === true)
    return { gives: "null", because: "the sessions are in the database, and without the options next-auth takes the cookie for a token" };
  const cookie = sessionCookieName(project, options);
  if (cookie !== undefined && !/^(?:__Secure-)?next-auth\.session-token$/.test(cookie))
    return { gives: "null", because: `the options name the session cookie ${cookie}, and without them next-auth looks for its own name` };
  if (sure === undefined)
    return {
      gives: "maybe-null",
      because: "the sessions may be in the database, and without the options next-auth takes the cookie for a token",
    };
  if (fieldOf(project, options, "cookies").state !== "absent" || fieldOf(project, options, "useSecureCookies").state !== "absent")
    return { gives: "maybe-null", because: "the options set the cookies, and without them next-auth may look for another name" };
  if (fieldOf(project, options, "jwt").state !== "absent")
    return {
      gives: "maybe-null",
      because: "the options say how the token is encoded, and without them next-auth may not be able to read it",
    };
  const secret = secretSource(project, options);
  if (secret.kind === "literal")
    return { gives: "maybe-null", because: "the secret is in the options, and without them next-auth uses NEXTAUTH_SECRET, or none" };
  if (secret.kind === "env" && !secret.names.some((name) => /^(?:NEXTAUTH|AUTH)_SECRET$/.test(name)))
    return {
      gives: "maybe-null",
      because: `the options take their secret from ${secret.names.join(", ")}, and without them next-auth uses NEXTAUTH_SECRET, or none`,
    };
  return hasSessionCallback(project, options)
    ? STRIPPED
    : { gives: "same", because: "the options change nothing about a session as they are" };
}

/** Whether the options decide what a session holds; also true where that could not be read. */
function hasSessionCallback(project: Project, options: OptionsObject): boolean {
  const callbacks = fieldOf(project, options, "callbacks");
  if (callbacks.state !== "set") return callbacks.state === "unknown";
  const { file, node } = definitionOf(project, callbacks.value);
  return node.type !== "ObjectExpression" || propertyField(project, file, node, "session").state !== "absent";
}

/** Whether sessions are in the database; undefined where that depends on a condition or could not be read. */
export function keepsSessionsInDatabase(project: Project, options: OptionsObject): boolean | undefined {
  const strategy = sessionStrategy(project, options);
  if (strategy === "jwt") return false;
  const adapter = hasAdapter(project, options);
  if (adapter === false) return false;
  if (adapter === undefined || strategy === "unknown") return undefined;
  return strategy === "database" || isCertain(project, options, "adapter") ? true : undefined;
}

/** Whether a field has one value, whatever the environment is. */
export function isCertain(project: Project, options: OptionsObject, name: string): boolean {
  const field = fieldOf(project, options, name);
  return field.state === "set" && !/^(?:Conditional|Logical)Expression$|^Identifier$/.test(definitionOf(project, field.value).node.type);
}

function sessionCookieName(project: Project, options: OptionsObject): string | undefined {
  const cookies = fieldOf(project, options, "cookies");
  if (cookies.state !== "set") return undefined;
  const at = definitionOf(project, cookies.value);
  const token = at.node.type === "ObjectExpression" ? propertyField(project, at.file, at.node, "sessionToken") : undefined;
  const home = token?.state === "set" ? definitionOf(project, token.value) : undefined;
  const name = home?.node.type === "ObjectExpression" ? propertyField(project, home.file, home.node, "name") : undefined;
  const value = name?.state === "set" ? definitionOf(project, name.value).node : undefined;
  return value?.type === "StringLiteral" ? value.value : undefined;
}
