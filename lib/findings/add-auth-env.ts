import type { Rules } from "./finding.ts";

const DOCS = "https://next-auth.js.org/configuration/options#environment-variables";

export const addAuthEnvRules = {
  "env-file-not-ignored": {
    severity: "warning",
    summary: "Variables that next-auth needs are missing, and git does not ignore the file they would go to.",
    help: "Add .env*.local to .gitignore (git rm --cached takes out a file that was committed) and run again (openssl rand -base64 32 makes a secret by hand).",
    docs: DOCS,
  },
  "env-empty-elsewhere": {
    severity: "warning",
    summary: "A variable that next-auth needs is left empty in a file that goes before the others.",
    help: "Give it a value there, or delete the line.",
    docs: "https://nextjs.org/docs/app/guides/environment-variables#environment-variable-load-order",
  },
  "env-from-elsewhere": {
    severity: "info",
    summary: "The app's environment is not made by its .env files alone, so nothing was added to them.",
    help: "See that the variables are set where the environment comes from.",
    docs: DOCS,
  },
  "env-not-in-production": {
    severity: "info",
    summary: "A variable that next-auth needs is set for development only.",
    help: "Set it where the app is deployed; with no secret, next-auth answers every request with an error there.",
    docs: "https://next-auth.js.org/deployment",
  },
  "env-secret-unreadable": {
    severity: "info",
    summary: "The options make their secret in a way that could not be read.",
    help: "See that the secret has a value, in development and in production.",
    docs: "https://next-auth.js.org/configuration/options#secret",
  },
} satisfies Rules;
