import { gte } from "semver";
import { openPaths, authPathName } from "../../fix-middleware/paths.ts";
import { certainlyAnswers, handlingOf } from "../../evaluate/answers.ts";
import { installedVersion } from "../../next-auth/installed-version.ts";
import { middlewareOf, runsFor, type Middleware } from "../../next-auth/middleware.ts";
import { nextConfig } from "../../next-auth/next-config.ts";
import { optionObjects } from "../../next-auth/option-fields.ts";
import { deepField, readerField, tokenReaders, type TokenReader } from "../../next-auth/token-readers.ts";
import { definitionOf } from "../../project/definition.ts";
import type { Project } from "../../project/project.ts";
import { calleeName } from "../../syntax/components.ts";
import { defineCause } from "../cause.ts";
import { MIDDLEWARE_DOCS, PROXY_DOCS } from "./docs.ts";

const MATCHER_DOCS = `${PROXY_DOCS}#matcher`;
const REPAIR = "fix-middleware";

export const mwNoMatcher = defineCause({
  name: "mw-no-matcher",
  severity: "warning",
  summary: "next-auth's middleware runs for every request: images and API routes too.",
  why: "Without a matcher withAuth guards all there is but its own routes, /_next and the favicon. Images and fonts of public/, the manifest, and every API route of the app answer people who are signed out with a redirect to the sign-in page.",
  help: 'Name what it should guard: export const config = { matcher: ["/dashboard/:path*"] }.',
  docs: MATCHER_DOCS,
  example: {
    broken: "export default withAuth({});",
    repaired: 'export default withAuth({});\n\nexport const config = { matcher: ["/dashboard/:path*"] };',
  },
  look(project, found) {
    const { running } = middlewareOf(project);
    const reader = running && nextAuthReader(project, running);
    if (running?.config.kind !== "none" || reader === undefined || readerField(project, reader, "callbacks").state !== "absent") return;
    found(
      running.file,
      reader.node,
      "Without a matcher this guards everything: images of public/, the manifest and all API routes lead people who are signed out to the sign-in page.",
    );
  },
});

/** Where next-auth's own middleware is what Next.js runs: how it is called. */
function nextAuthReader(project: Project, { kind, file }: Middleware): TokenReader | undefined {
  if (kind !== "withAuth" && kind !== "re-export") return undefined;
  return tokenReaders(project).find((reader) => reader.kind === "withAuth" && reader.file === file);
}

export const mwMatcherNotStatic = defineCause({
  name: "mw-matcher-not-static",
  severity: "warning",
  summary: "The middleware's matcher is not a literal.",
  why: "Next.js reads config without running the file. A matcher from a variable, a spread or a template with holes stops the build on Next.js 15 and 16; before, it is not seen, and the middleware runs for every request.",
  help: "Write the sources out.",
  docs: MATCHER_DOCS,
  example: {
    broken: "export const config = { matcher: protectedPaths };",
    repaired: 'export const config = { matcher: ["/dashboard/:path*"] };',
  },
  look(project, found) {
    const { running } = middlewareOf(project);
    if (running?.config.kind !== "unreadable") return;
    const { node, why } = running.config;
    const version = installedVersion(project, "next");
    const isStopped = node.type === "Identifier" && version !== undefined && gte(version, "15.0.0");
    found(running.file, node, isStopped ? `Next.js ${version.major} stops the build here: ${why}.` : `The matcher is not seen: ${why}.`, {
      severity: isStopped ? "error" : "warning",
    });
  },
});

export const mwMatcherInvalid = defineCause({
  name: "mw-matcher-invalid",
  severity: "error",
  summary: "Next.js refuses the middleware's matcher.",
  why: "A source has to begin with / and to be a path-to-regexp 6 pattern. Anything else stops the build.",
  help: "Write a path: /dashboard/:path*. A regular expression goes in parentheses: /((?!api).*).",
  docs: "https://nextjs.org/docs/messages/invalid-route-source",
  example: { broken: 'matcher: ["dashboard/*"]', repaired: 'matcher: ["/dashboard/:path*"]' },
  look(project, found) {
    const { running } = middlewareOf(project);
    if (running?.config.kind === "invalid")
      found(running.file, running.config.node, `Next.js stops the build here: ${running.config.why}.`);
  },
});

/** Whether a matcher entry depends on more than the path. */
function isConditional({ config }: Middleware): boolean {
  return config.kind === "literal" && config.entries.some(({ has, missing }) => has !== undefined || missing !== undefined);
}

export const mwPagesMismatch = defineCause({
  name: "mw-pages-mismatch",
  severity: "error",
  summary: "The middleware guards the sign-in page that the options name.",
  why: "next-auth's middleware does not know the options: without pages of its own it sends people to /api/auth/signin, next-auth sends them on to the page of the options, the middleware guards that one too and sends them back: ERR_TOO_MANY_REDIRECTS.",
  help: 'Give the middleware the same pages: withAuth({ pages: { signIn: "/login" } }), or leave the page out of the matcher.',
  docs: MIDDLEWARE_DOCS,
  example: {
    broken: 'NextAuth({ pages: { signIn: "/login" } })\nexport { default } from "next-auth/middleware";',
    repaired: 'import { withAuth } from "next-auth/middleware";\nexport default withAuth({ pages: { signIn: "/login" } });',
  },
  look(project, found) {
    const { running } = middlewareOf(project);
    const reader = running && nextAuthReader(project, running);
    const page = signInPage(project);
    if (!reader || page === undefined || nextConfig(project)?.setting("i18n") || isConditional(running)) return;
    if (
      readerField(project, reader, "pages").state !== "absent" ||
      readerField(project, reader, "callbacks").state !== "absent" ||
      !runsFor(project, running, page)
    )
      return;
    found(
      running.file,
      reader.node,
      `The options send people to ${page} to sign in, and this middleware, which does not know that, guards it: the browser is sent round in circles.`,
    );
  },
});

/** The sign-in page of the options, where that is one path of the app. */
function signInPage(project: Project): string | undefined {
  const pages = optionObjects(project).map((options) => deepField(project, options, "pages", "signIn"));
  const values = pages.map((field) => (field.state === "set" ? definitionOf(project, field.value).node : undefined));
  const [first] = values;
  return values.length === 1 && first?.type === "StringLiteral" && first.value.startsWith("/")
    ? first.value.replace(/[?#].*$/, "")
    : undefined;
}

export const mwBlocksAuth = defineCause({
  name: "mw-blocks-auth",
  severity: "error",
  summary: "The middleware answers next-auth's own requests.",
  why: "Its matcher covers /api/auth, and its code redirects or refuses whoever is not signed in. Signing in is impossible then: the requests that would sign somebody in need somebody who is. useSession logs CLIENT_FETCH_ERROR with \"Unexpected token '<'\", and a missing secret stays hidden behind it.",
  help: "Leave /api/auth out of the matcher: /((?!api/auth|_next/static|_next/image|favicon.ico).*).",
  docs: MATCHER_DOCS,
  repairedBy: REPAIR,
  example: {
    broken: 'export const config = { matcher: ["/:path*"] };',
    repaired: 'export const config = { matcher: ["/((?!api/auth|_next/static|_next/image|favicon.ico).*)"] };',
  },
  look(project, found) {
    const caught = caughtPaths(project).find(({ name }) => name === authPathName(project));
    if (caught)
      found(
        caught.middleware.file,
        placeOf(caught.middleware),
        `This middleware answers ${caught.path} itself when nobody is signed in, so next-auth never gets the request, and nobody can sign in.`,
      );
  },
});

export const mwBlocksStatic = defineCause({
  name: "mw-blocks-static",
  severity: "error",
  summary: "The middleware answers requests for the app's own scripts.",
  why: "Its matcher covers /_next/static, and its code redirects or refuses whoever is not signed in. The sign-in page then loads without its scripts and never becomes alive: a form is sent by the browser itself, with the password in the address.",
  help: "Leave them out of the matcher: /((?!api/auth|_next/static|_next/image|favicon.ico).*).",
  docs: MATCHER_DOCS,
  repairedBy: REPAIR,
  example: {
    broken: 'export const config = { matcher: ["/:path*"] };',
    repaired: 'export const config = { matcher: ["/((?!api/auth|_next/static|_next/image|favicon.ico).*)"] };',
  },
  look(project, found) {
    const caught = caughtPaths(project).find(({ name }) => name === "_next/static");
    if (caught)
      found(
        caught.middleware.file,
        placeOf(caught.middleware),
        "This middleware answers /_next/static itself when nobody is signed in: the sign-in page loads without its scripts.",
      );
  },
});

/** The paths of next-auth and Next.js that the app's own middleware answers: certainly, whoever is signed out. */
function caughtPaths(project: Project): { name: string; path: string; middleware: Middleware }[] {
  const { running } = middlewareOf(project);
  if (running?.kind !== "own" || running.handler === undefined || isConditional(running)) return [];
  const { file, handler } = running;
  return openPaths(project).flatMap(({ name, samples }) => {
    const path = samples.find(
      (sample) =>
        runsFor(project, running, sample) &&
        handlingOf(project, file, handler, sample) === "answers" &&
        certainlyAnswers(project, file, handler, { path: sample, signedIn: false }),
    );
    return path === undefined ? [] : [{ name, path, middleware: running }];
  });
}

function placeOf({ config, file }: Middleware) {
  return config.kind === "literal" ? config.node : file.ast.program.body[0];
}

export const mwCatchesSignin = defineCause({
  name: "mw-catches-signin",
  severity: "error",
  summary: "The middleware sends people to a page that it guards.",
  why: "The matcher covers the page that the redirect leads to, and the code does not let it through: the browser is sent there again and again and gives up with ERR_TOO_MANY_REDIRECTS.",
  help: "Leave the sign-in page out of the matcher, or let it through first in the code.",
  docs: MATCHER_DOCS,
  example: {
    broken: 'if (!token) return NextResponse.redirect(new URL("/login", request.url));\n// matcher: ["/:path*"]',
    repaired: 'if (!token && pathname !== "/login") return NextResponse.redirect(new URL("/login", request.url));',
  },
  look(project, found) {
    const { running } = middlewareOf(project);
    if (running?.kind !== "own" || running.handler === undefined || isConditional(running)) return;
    const { file, handler } = running;
    // Another answer in the file may be what the page is given.
    if (/\brewrite\b|\.json\(|new (?:Next)?Response\(/.test(file.text)) return;
    const redirects = redirectsIn(running);
    // Whoever is signed out gets one of these redirects at each of these pages, so never a page.
    const isCircle = redirects.every(
      ({ path }) =>
        path !== undefined && runsFor(project, running, path) && certainlyAnswers(project, file, handler, { path, signedIn: false }),
    );
    const [first] = redirects;
    if (first && isCircle)
      found(
        file,
        first.node,
        `People who are signed out are sent to ${first.path}, and this middleware guards ${first.path} too: the browser is sent round in circles.`,
      );
  },
});

/** The redirects in a middleware's file, with the path they lead to where it is written out. */
function redirectsIn({ file }: Middleware) {
  return file.nodes("CallExpression").flatMap((call) => {
    if (calleeName(call) !== "redirect" || !call.arguments[0]) return [];
    const [target] = call.arguments;
    const url = target.type === "NewExpression" ? target.arguments[0] : target;
    const path = url?.type === "StringLiteral" && url.value.startsWith("/") ? url.value.replace(/[?#].*$/, "") : undefined;
    return [{ path, node: call }];
  });
}
