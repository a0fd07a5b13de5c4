import type { Rules } from "./finding.ts";

const USE_SESSION = "https://next-auth.js.org/getting-started/client#usesession";

/** What add-loading-branches says of places that it leaves alone. */
export const addLoadingBranchesRules = {
  "hook-after-decision": {
    severity: "warning",
    summary: "A component decides that nobody is signed in before it calls its last hook.",
    help: 'Move the hooks above the decision, then put `if (status === "loading") return …` before it. A return between hooks breaks the rules of hooks.',
    docs: "https://react.dev/reference/rules/rules-of-hooks",
  },
  "hook-hides-loading": {
    severity: "warning",
    summary: "A custom hook returns the same while the session loads as when nobody is signed in.",
    help: 'Return the status too (or `isLoading: status === "loading"`), and let the callers wait for it.',
    docs: USE_SESSION,
  },
  "session-in-class": {
    severity: "warning",
    summary: "useSession is called in a class, where hooks do not work.",
    help: "Make it a function component, or hand the session down from one.",
    docs: "https://react.dev/reference/rules/rules-of-hooks",
  },
  "session-tuple": {
    severity: "warning",
    summary: "useSession's result is taken as a tuple, as in NextAuth.js v3; v4 returns an object.",
    help: 'Write `const { data: session, status } = useSession()`; `loading` becomes `status === "loading"`.',
    docs: "https://next-auth.js.org/getting-started/upgrade-v4#usesession-hook",
  },
  "session-status-out-of-reach": {
    severity: "warning",
    summary: "A component takes a loading session for a signed-out one where its status cannot be read.",
    help: 'Take `status` from useSession under a free name, and wait while it is "loading".',
    docs: USE_SESSION,
  },
  "loading-asked-later": {
    severity: "warning",
    summary: "A component decides that nobody is signed in before it asks whether the session still loads.",
    help: 'Move the question for "loading" above the decision.',
    docs: USE_SESSION,
  },
  "loading-branch-by-hand": {
    severity: "warning",
    summary: "A component takes a loading session for a signed-out one in a form that has no safe place for a branch.",
    help: 'Wait for `status === "unauthenticated"` there, or return while `status === "loading"`.',
    docs: USE_SESSION,
  },
  "effect-shares-function": {
    severity: "warning",
    summary: "An effect and event handlers share a function that takes a loading session for a signed-out one.",
    help: 'In the effect, call it only once `status !== "loading"`, and give the effect `status` as a dependency.',
    docs: USE_SESSION,
  },
  "loading-component-unknown": {
    severity: "error",
    summary: "--loading names a component that could not be found.",
    help: "Export the component from one file of the app, or give --loading an element that needs no import.",
  },
  "session-read-outside-children": {
    severity: "info",
    summary: "An attribute, argument, template or button label takes the signed-out value while the session loads.",
    help: "Nothing to do where the difference of a moment does not matter; else ask for the status there too.",
    docs: USE_SESSION,
  },
  "session-fallback": {
    severity: "info",
    summary: "A fallback for people who are signed out shows while the session loads.",
    help: "Nothing to do where the fallback is harmless; else ask for the status there too.",
    docs: USE_SESSION,
  },
  "nothing-while-loading": {
    severity: "info",
    summary: "A component renders nothing while the session loads.",
    help: 'Nothing to do. To show a placeholder instead, return one while `status === "loading"`.',
    docs: USE_SESSION,
  },
} satisfies Rules;
