import type { Rules } from "./finding.ts";

const PROXY_DOCS = "https://nextjs.org/docs/app/api-reference/file-conventions/proxy";

export const fixMiddlewareRules = {
  "middleware-not-run": {
    severity: "warning",
    summary: "A middleware file stands where Next.js does not look, so it never runs.",
    help: "Move it beside app/ or pages/ (into src/ where those are in src/), or delete it; what it should guard is open now.",
    docs: PROXY_DOCS,
  },
  "middleware-matcher-computed": {
    severity: "warning",
    summary: "The middleware's matcher is not a literal, so Next.js cannot read it.",
    help: 'Write the sources out: export const config = { matcher: ["/dashboard/:path*"] }.',
    docs: `${PROXY_DOCS}#matcher`,
  },
  "middleware-matcher-invalid": {
    severity: "error",
    summary: "The middleware's matcher has a source that Next.js refuses.",
    help: "A source starts with / and is a path-to-regexp 6 pattern; parentheses in it have to be balanced.",
    docs: "https://nextjs.org/docs/messages/invalid-route-source",
  },
  "middleware-catches-auth": {
    severity: "warning",
    summary: "The middleware answers requests that next-auth or Next.js has to answer, and its matcher could not be narrowed safely.",
    help: 'Let them through before anything else in the middleware: if (request.nextUrl.pathname.startsWith("/api/auth")) return NextResponse.next().',
    docs: `${PROXY_DOCS}#matcher`,
  },
  "middleware-names-auth": {
    severity: "info",
    summary: "The matcher or the code names a path of next-auth itself, and the middleware may answer there.",
    help: "Check that signing in, the session and signing out still get through to next-auth.",
    docs: `${PROXY_DOCS}#matcher`,
  },
  "middleware-answers-sometimes": {
    severity: "info",
    summary: "The middleware may answer requests of next-auth or Next.js, under a condition that is not the session's.",
    help: "Where the condition should not hold for them, exclude them in the matcher; a rate limit or a check of the host may well be meant.",
    docs: `${PROXY_DOCS}#matcher`,
  },
} satisfies Rules;
