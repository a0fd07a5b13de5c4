import type { Rules } from "../findings/finding.ts";

const URL_DOCS = "https://next-auth.js.org/configuration/options#nextauth_url";
const COOKIE_DOCS = "https://next-auth.js.org/configuration/options#cookies";
const MATCHER_DOCS = "https://nextjs.org/docs/app/api-reference/file-conventions/proxy#matcher";

/** What only a running app shows. */
export const probeRules = {
  "probe-unreachable": {
    severity: "error",
    summary: "The app did not answer.",
    help: "Start it (npm run dev, or npm run build and npm start), and give the address that it prints.",
  },
  "probe-auth-not-found": {
    severity: "error",
    summary: "Nothing answers at /api/auth/session.",
    help: "See that the route is app/api/auth/[...nextauth]/route.ts, or give the address with the app's base path.",
    docs: "https://next-auth.js.org/configuration/initialization#route-handlers-app",
  },
  "probe-auth-redirected": {
    severity: "error",
    summary: "A request for next-auth is sent elsewhere: a middleware or a proxy is in the way.",
    help: "Leave /api/auth out of the middleware's matcher (next-auth-codemod fix-middleware does it), and out of redirects in next.config and in the proxy before the app.",
    docs: MATCHER_DOCS,
  },
  "probe-auth-refused": {
    severity: "error",
    summary: "A request for next-auth is refused.",
    help: "Let /api/auth through, where it is refused: in the middleware, in a deployment's password protection, or in the proxy before the app.",
    docs: MATCHER_DOCS,
  },
  "probe-auth-fails": {
    severity: "error",
    summary: "next-auth answers with an error.",
    help: "Read the server's log. Most often there is no NEXTAUTH_SECRET where the app runs.",
    docs: "https://next-auth.js.org/errors",
  },
  "probe-auth-not-json": {
    severity: "error",
    summary: "A page is answered where next-auth should answer with JSON.",
    help: "Look for a rewrite in next.config, in the middleware or in the proxy that takes in /api/auth.",
    docs: "https://next-auth.js.org/errors#client_fetch_error",
  },
  "probe-auth-cached": {
    severity: "error",
    summary: "The answer about the session comes from a cache.",
    help: "Never cache /api/auth: exclude it in the CDN or proxy, and clear what it has.",
    docs: "https://next-auth.js.org/getting-started/rest-api#get-apiauthsession",
  },
  "probe-secure-on-http": {
    severity: "warning",
    summary: "The app sets Secure cookies and is visited by http.",
    help: "Write http:// in NEXTAUTH_URL where the app is visited by http, and do not fix useSecureCookies or the cookie's name.",
    docs: COOKIE_DOCS,
  },
  "probe-plain-on-https": {
    severity: "warning",
    summary: "The app is visited by https and sets cookies that are not Secure.",
    help: "Write https:// in NEXTAUTH_URL, or let the proxy before the app send x-forwarded-proto.",
    docs: URL_DOCS,
  },
  "probe-no-cookie": {
    severity: "warning",
    summary: "next-auth's cookies do not arrive.",
    help: "See that the proxy or CDN before the app passes Set-Cookie on.",
    docs: COOKIE_DOCS,
  },
  "probe-cookie-domain": {
    severity: "error",
    summary: "A cookie is for another domain than the one visited.",
    help: "Leave the domain out of the options' cookies, or set it only where the app runs below it.",
    docs: COOKIE_DOCS,
  },
  "probe-base-path": {
    severity: "warning",
    summary: "The app lives below a base path.",
    help: 'Write the whole way in NEXTAUTH_URL (https://example.com/app/api/auth), and <SessionProvider basePath="/app/api/auth">.',
    docs: "https://next-auth.js.org/getting-started/client#custom-base-path",
  },
  "probe-static-redirected": {
    severity: "error",
    summary: "The app's own scripts are sent elsewhere: a middleware is in the way.",
    help: "Leave /_next/static out of the middleware's matcher (next-auth-codemod fix-middleware does it).",
    docs: MATCHER_DOCS,
  },
  "probe-redirect-loop": {
    severity: "error",
    summary: "The app sends people who are signed out round in circles.",
    help: "Leave the sign-in page out of the middleware's matcher, or let it through first in its code.",
    docs: MATCHER_DOCS,
  },
  "probe-auth-js-v5": {
    severity: "info",
    summary: "The app runs Auth.js v5.",
    help: "Nothing of this tool is about version 5.",
    docs: "https://authjs.dev/getting-started/migrating-to-v5",
  },
  "url-host": {
    severity: "error",
    summary: "NEXTAUTH_URL names another address than the one visited.",
    help: "Set NEXTAUTH_URL to the address that people visit, scheme, host and port, and visit the app by that one.",
    docs: URL_DOCS,
  },
} satisfies Rules;
