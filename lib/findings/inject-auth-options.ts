import type { Rules } from "./finding.ts";

const DOCS = "https://next-auth.js.org/configuration/nextjs#getserversession";

export const injectAuthOptionsRules = {
  "no-auth-options": {
    severity: "warning",
    summary: "getServerSession is called without options, and the app has none that could be found.",
    help: "Export the object that is passed to NextAuth as authOptions from a file such as lib/auth.ts, and run again.",
    docs: DOCS,
  },
  "options-in-route": {
    severity: "warning",
    summary: "The options are written in a route, page or layout, where other files should not import them from.",
    help: "Run extract-auth-options first: it moves the options to a file of their own. Then run inject-auth-options again.",
    docs: DOCS,
  },
  "options-out-of-reach": {
    severity: "warning",
    summary: "The options have no name that other files can import.",
    help: "Give the options a name, export it (export const authOptions: NextAuthOptions = { … }), and run again.",
    docs: DOCS,
  },
  "options-from-factory": {
    severity: "warning",
    summary: "The options are made by a function or for each request, so there is no object to pass.",
    help: "Pass what NextAuth is passed: getServerSession(getAuthOptions()), or await it where it is a promise. Options that need the request cannot be rebuilt in a server component: keep in a constant what does not need it, and pass that.",
    docs: "https://next-auth.js.org/configuration/initialization#advanced-initialization",
  },
  "session-callback-shape": {
    severity: "warning",
    summary: "The session callback returns something else than the session.",
    help: "Take the session out of the callback's parameter and return it: async session({ session, token }) { session.user.id = token.sub; return session; }. Then run again.",
    docs: "https://next-auth.js.org/configuration/callbacks#session-callback",
  },
  "several-auth-options": {
    severity: "warning",
    summary: "The app has more than one options object, and nothing says which one a call means.",
    help: "Keep one options object and give it to NextAuth and to every getServerSession; or pass the right one by hand.",
    docs: DOCS,
  },
  "session-call-in-client": {
    severity: "error",
    summary: "getServerSession is called in code that is sent to the browser.",
    help: "Read the session in a server component and pass it down, or use useSession() in client code. Don't import the options here: they would be sent to the browser, next-auth's server code with them.",
    docs: "https://next-auth.js.org/getting-started/client#usesession",
  },
  "session-call-spread": {
    severity: "warning",
    summary: "getServerSession gets a spread argument without the options behind it.",
    help: "Put the options last: getServerSession(...args, authOptions), if the callers don't pass them themselves.",
    docs: DOCS,
  },
  "session-call-by-reference": {
    severity: "warning",
    summary: "getServerSession is handed on as a value, so its calls cannot be seen.",
    help: "Wrap it with the options: cache(() => getServerSession(authOptions)).",
    docs: DOCS,
  },
  "session-call-needs-request": {
    severity: "warning",
    summary: "The Pages Router needs the request and the response besides the options.",
    help: "Pass all three: getServerSession(req, res, authOptions), in getServerSideProps getServerSession(context.req, context.res, authOptions).",
    docs: DOCS,
  },
  "session-call-misplaced-options": {
    severity: "warning",
    summary: "The options stand in the place of the response, where getServerSession does not look for them.",
    help: "In the App Router pass only the options: getServerSession(authOptions). In the Pages Router pass all three: getServerSession(req, res, authOptions).",
    docs: DOCS,
  },
  "session-call-import-cycle": {
    severity: "warning",
    summary: "Importing the options here closes an import cycle.",
    help: "Move what the options need out of this file into one that does not ask for the session, then run again.",
  },
  "unstable-get-server-session": {
    severity: "warning",
    summary: "unstable_getServerSession is called without options.",
    help: "It is getServerSession since next-auth 4.19: rename it and run inject-auth-options again.",
    docs: DOCS,
  },
  "get-session-on-server": {
    severity: "info",
    summary: "getSession() runs on the server with an argument of its own.",
    help: "getSession() asks the app over HTTP, and answers null unless the request's cookie header is handed on. Use getServerSession(authOptions).",
    docs: "https://next-auth.js.org/getting-started/client#getsession",
  },
  "get-session-shared": {
    severity: "info",
    summary: "getSession() is called in a file that both server and client code use; on the server it is null.",
    help: "Split the file: getServerSession(authOptions) for the server, getSession() for the browser.",
    docs: "https://next-auth.js.org/getting-started/client#getsession",
  },
} satisfies Rules;
