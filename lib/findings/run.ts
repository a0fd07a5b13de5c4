import type { Rules } from "./finding.ts";

/** What the run itself can say of an app, before any transform looks at it. */
export const runRules = {
  "auth-js-v5": {
    severity: "warning",
    summary: "The app uses Auth.js v5, which this tool leaves alone.",
    help: "Auth.js v5 replaces getServerSession and authOptions with auth(); there is nothing to migrate here.",
    docs: "https://authjs.dev/getting-started/migrating-to-v5",
  },
  "next-auth-missing": {
    severity: "info",
    summary: "The app does not use next-auth.",
    help: "Nothing to do. If next-auth is used, add it to the app's package.json.",
  },
  "unreadable-file": {
    severity: "warning",
    summary: "A file is not UTF-8 text, so it was not read.",
    help: "Save the file as UTF-8 and run again.",
  },
  "part-unreadable": {
    severity: "warning",
    summary: "A file was left as it is because another one that would have to change with it cannot be read.",
    help: "Repair the file that the run names as failed, and run again.",
  },
  "ignore-without-reason": {
    severity: "warning",
    summary: "A comment ignores a finding of doctor without saying why.",
    help: "Write why: next-auth-codemod-ignore <rule>: reason",
  },
  "ignore-unused": {
    severity: "warning",
    summary: "A comment ignores a finding that doctor does not make there.",
    help: "Remove the comment.",
  },
  "syntax-error": {
    severity: "error",
    summary: "A file does not parse, so it was left alone; the others were handled.",
    help: "Repair the file and run again.",
  },
  "tsconfig-unreadable": {
    severity: "warning",
    summary: "tsconfig.json or jsconfig.json could not be read, so path aliases are unknown.",
    help: "Repair the configuration (npx tsc --showConfig tells what is wrong) and run again; until then imports are written as relative paths.",
    docs: "https://www.typescriptlang.org/tsconfig/#extends",
  },
} satisfies Rules;
