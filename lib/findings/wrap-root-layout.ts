import type { Rules } from "./finding.ts";

const PROVIDER_DOCS = "https://next-auth.js.org/getting-started/client#sessionprovider";
const CONTEXT_DOCS = "https://nextjs.org/docs/app/getting-started/server-and-client-components#context-providers";

/** What wrap-root-layout left alone. */
export const wrapRootLayoutRules = {
  "provider-not-needed": {
    severity: "info",
    summary: "Nothing in the app calls useSession, so no provider is needed.",
    help: "Nothing to do. Run this again once a component calls useSession.",
    docs: PROVIDER_DOCS,
  },
  "provider-in-nested-layouts": {
    severity: "info",
    summary: "SessionProvider stands below the root layout and covers every component that calls useSession.",
    help: "Nothing to do as long as useSession is only called below those layouts.",
    docs: PROVIDER_DOCS,
  },
  "provider-unclear": {
    severity: "warning",
    summary: "It could not be told whether the layout's content reaches a SessionProvider.",
    help: "Check whether SessionProvider is rendered around the layout's children; if it is not, wrap them by hand. Two providers disturb each other, so none was added.",
    docs: PROVIDER_DOCS,
  },
  "nested-session-provider": {
    severity: "warning",
    summary: "A second SessionProvider stands below the one in the root layout.",
    help: "Remove the inner SessionProvider: all providers share one state, and when the inner one goes away the outer one stops to refresh the session.",
    docs: PROVIDER_DOCS,
  },
  "consumer-outside-provider": {
    severity: "error",
    summary: "A component that calls useSession is rendered outside the SessionProvider.",
    help: "Move the component inside the provider, or the provider further out, so that it surrounds both.",
    docs: PROVIDER_DOCS,
  },
  "client-root-layout": {
    severity: "info",
    summary: "The root layout is a client component that renders SessionProvider itself.",
    help: 'Move what needs the browser to a component of its own with "use client" and run again; the layout can then be a server component and export metadata.',
    docs: CONTEXT_DOCS,
  },
  "layout-not-wrapped": {
    severity: "warning",
    summary: "The root layout renders its children in a way that could not be wrapped.",
    help: "Render the provider around the layout's children by hand.",
    docs: CONTEXT_DOCS,
  },
  "provider-in-server-component": {
    severity: "error",
    summary: "SessionProvider is rendered by a server component, which fails to build.",
    help: 'Put "use client" at the top of the file, or render a client component that wraps SessionProvider instead.',
    docs: CONTEXT_DOCS,
  },
  "provider-file-taken": {
    severity: "warning",
    summary: "The file that was asked for with --provider-file is there already and is something else.",
    help: "Give another path with --provider-file, or leave the option out.",
  },
} satisfies Rules;
