import { mkdirSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import { writeFile, type App } from "./app.ts";
import type { NextMajor } from "./versions.ts";

export interface NextConfig {
  basePath?: string;
  trailingSlash?: boolean;
  i18n?: { locales: string[]; defaultLocale: string };
}

/** An entry of `config.matcher`. */
export interface Entry {
  source: string;
  locale?: false;
}

/** A request with this header concerns the matcher's entry of that number, and no other. */
export const ENTRY = "x-entry";
/** An answer with this header was made by the middleware. */
export const RAN = "x-ran";

/**
 * Writes a little app, without a matcher yet, below a folder that has `node_modules` beside it. Its middleware answers
 * what names an entry, so that one build shows many matchers; with all other requests it does what GUARD in the
 * environment says.
 */
export function createGuardedApp(home: string, major: NextMajor, nextConfig: NextConfig = {}): App {
  mkdirSync(home, { recursive: true });
  const app: App = { directory: mkdtempSync(join(home, "app-")), major, basePath: nextConfig.basePath ?? "" };
  // Without a package.json the one above counts, and makes ES modules of all this.
  writeFile(app, "package.json", JSON.stringify({ private: true, dependencies: { next: `^${major}.0.0`, "next-auth": "^4.24.0" } }));
  writeFile(app, "next.config.mjs", `export default ${JSON.stringify(nextConfig)};\n`);
  for (const [path, text] of Object.entries(FILES)) writeFile(app, path, text);
  writeFile(app, middlewareOf(app), MIDDLEWARE);
  return app;
}

/** Gives the middleware a matcher. */
export function guard(app: App, entries: readonly Entry[]): void {
  const matcher = [
    ...entries.map(({ source, locale }, i) => ({ source, locale, has: [{ type: "header", key: ENTRY, value: String(i) }] })),
    { source: "/(.*)", missing: [{ type: "header", key: ENTRY }] },
  ];
  writeFile(app, middlewareOf(app), `${MIDDLEWARE}\nexport const config = ${JSON.stringify({ matcher }, undefined, 2)};\n`);
}

function middlewareOf({ major }: App): string {
  return major >= 16 ? "proxy.js" : "middleware.js";
}

const MIDDLEWARE = `import { NextResponse } from "next/server";

export default function middleware(request) {
  const entry = request.headers.get("${ENTRY}");
  if (entry !== null) return new NextResponse(null, { headers: { "${RAN}": entry } });
  const { pathname } = request.nextUrl;
  const guard = process.env.GUARD;
  if (guard === "everything" || (guard === "all-but-login" && pathname !== "/login"))
    return NextResponse.redirect(new URL("/login", request.url));
  if (!pathname.startsWith("/api/auth")) return NextResponse.next();
  if (guard === "refuses-auth") return new NextResponse("no", { status: 401 });
  if (guard === "rewrites-auth") return NextResponse.rewrite(new URL("/login", request.url));
}
`;

const FILES = {
  "app/layout.js": "export default ({ children }) => <html><body>{children}</body></html>;\n",
  "app/page.js": "export default () => <h1>Home</h1>;\n",
  "app/login/page.js": "export default () => <h1>Sign in</h1>;\n",
  "app/dashboard/page.js": "export default () => <h1>Dashboard</h1>;\n",
  "app/api/users/route.js": 'export const dynamic = "force-dynamic";\n\nexport const GET = () => Response.json([]);\n',
  // Not next-auth's, although it begins as its routes do.
  "app/api/authors/route.js": 'export const dynamic = "force-dynamic";\n\nexport const GET = () => Response.json([]);\n',
  "app/api/auth/[...nextauth]/route.js": `import NextAuth from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";

const handler = NextAuth({ providers: [CredentialsProvider({ credentials: {}, authorize: () => null })] });
export { handler as GET, handler as POST };
`,
  "pages/old/[slug].js": "export const getServerSideProps = () => ({ props: {} });\n\nexport default () => <h1>Old</h1>;\n",
  "public/favicon.ico": "icon",
  "public/images/logo.png": "logo",
};
