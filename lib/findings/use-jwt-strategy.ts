import type { Rules } from "./finding.ts";

const DOCS = "https://next-auth.js.org/errors#callback_credentials_jwt_error";

export const useJwtStrategyRules = {
  "credentials-with-adapter": {
    severity: "warning",
    summary: "A credentials provider beside others, with an adapter and database sessions: credentials sign-ins are forgotten.",
    help: 'Add session: { strategy: "jwt" } to the options if all sessions may be tokens (everybody signs in again, and sessions leave the database), or drop the credentials provider.',
    docs: DOCS,
  },
  "credentials-outside": {
    severity: "warning",
    summary: "A credentials provider with an adapter and database sessions, in a package that the app shares with others.",
    help: "Run again with that package's folder, or the root of the repository, among the paths.",
    docs: DOCS,
  },
  "credentials-session-unknown": {
    severity: "warning",
    summary: "A credentials provider with an adapter, and a session strategy that could not be read.",
    help: 'Make sure that the options have session: { strategy: "jwt" }.',
    docs: DOCS,
  },
  "credentials-own-encoding": {
    severity: "info",
    summary: "A credentials provider with database sessions and an encoding of its own.",
    help: "Nothing, if signing in with credentials writes its session to the database itself; see that the session is still there after a refresh.",
    docs: DOCS,
  },
} satisfies Rules;
