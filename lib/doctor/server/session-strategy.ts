import { fieldOf, hasAdapter, optionObjects, propertyField, sessionStrategy, type OptionsObject } from "../../next-auth/option-fields.ts";
import { providersOf } from "../../next-auth/option-providers.ts";
import { isCertain } from "../../next-auth/without-options.ts";
import { definitionOf } from "../../project/definition.ts";
import type { Project } from "../../project/project.ts";
import { defineCause } from "../cause.ts";

export const credentialsWithoutJwtStrategy = defineCause({
  name: "credentials-without-jwt-strategy",
  severity: "error",
  summary: "A credentials provider with an adapter, and sessions that are kept in the database.",
  why: 'With an adapter next-auth keeps sessions in the database unless `session.strategy` says "jwt", but a credentials provider can only begin a token session. Signing in answers 302 and sets a cookie with a token; the next request looks for it in the database, finds nothing, and deletes the cookie, without a line in the log. next-auth checks for this only where the strategy is written as "database" and there is no other provider.',
  help: 'Add session: { strategy: "jwt" } to the options. Where other providers\' sessions are in the database, they move into tokens too: everybody signs in again.',
  docs: "https://next-auth.js.org/errors#callback_credentials_jwt_error",
  example: {
    broken: "export const authOptions = {\n  adapter: PrismaAdapter(prisma),\n  providers: [CredentialsProvider(credentials)],\n};",
    repaired:
      'export const authOptions = {\n  adapter: PrismaAdapter(prisma),\n  session: { strategy: "jwt" },\n  providers: [CredentialsProvider(credentials)],\n};',
  },
  repairedBy: "use-jwt-strategy",
  look(project, found) {
    for (const options of optionObjects(project)) {
      const { kinds, complete } = providersOf(project, options);
      const strategy = sessionStrategy(project, options);
      if (
        !kinds.includes("credentials") ||
        strategy === "jwt" ||
        strategy === "unknown" ||
        !hasAdapter(project, options) ||
        encodesItself(project, options)
      )
        continue;
      const field = fieldOf(project, options, "providers");
      const [file, at] = field.state === "set" ? [field.value.file, field.value.node] : [options.file, options.object];
      const chosen = strategy === "absent" ? "there is an adapter and no session.strategy" : 'session.strategy is "database"';
      const others =
        complete && kinds.length === 1
          ? {}
          : {
              byHand:
                'Add session: { strategy: "jwt" } if all sessions may be tokens (everybody signs in again, and sessions leave the database), or drop the credentials provider.',
            };
      const isSure = strategy === "database" || isCertain(project, options, "adapter");
      found(
        file,
        at,
        `Sessions are kept in the database here (${chosen}), and a credentials provider begins none there: its users sign in, and are forgotten on the next request.`,
        { ...others, ...(isSure ? {} : { severity: "warning" as const }) },
      );
    }
  },
});

/** With an `encode` of one's own, credentials can begin a database session by handing out its id. */
function encodesItself(project: Project, options: OptionsObject): boolean {
  const jwt = fieldOf(project, options, "jwt");
  if (jwt.state !== "set") return jwt.state === "unknown";
  const { file, node } = definitionOf(project, jwt.value);
  return node.type !== "ObjectExpression" || propertyField(project, file, node, "encode").state !== "absent";
}

export const databaseStrategyWithoutAdapter = defineCause({
  name: "database-strategy-without-adapter",
  severity: "error",
  summary: 'session.strategy is "database", but there is no adapter.',
  why: "Database sessions are written and read by the adapter. Without one there is nowhere to keep them: getServerSession logs SESSION_ERROR (getSessionAndUser of adapter) and returns null.",
  help: 'Add an adapter, or set session: { strategy: "jwt" }.',
  docs: "https://next-auth.js.org/configuration/options#session",
  example: {
    broken: 'export const authOptions = {\n  session: { strategy: "database" },\n  providers: [],\n};',
    repaired: 'export const authOptions = {\n  session: { strategy: "jwt" },\n  providers: [],\n};',
  },
  look(project, found) {
    for (const options of optionObjects(project)) {
      if (sessionStrategy(project, options) !== "database" || hasAdapter(project, options) !== false) continue;
      const session = fieldOf(project, options, "session");
      if (session.state === "set")
        found(
          session.value.file,
          session.value.node,
          "Sessions are to be kept in a database, but the options have no adapter that could: the session is null.",
        );
    }
  },
});
