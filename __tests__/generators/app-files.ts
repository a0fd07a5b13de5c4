import type { Draw } from "./draw.ts";

/** A root layout without a provider that NextAuth could use. */
export function layout(draw: Draw): string {
  const wrap = draw.one([(inside: string) => inside, (inside: string) => `<ThemeProvider>${inside}</ThemeProvider>`]);
  const body = draw.one([
    "{children}",
    "<main>{children}</main>",
    "<Header />\n        {children}",
    "<Header />\n        <main>{children}</main>\n        {modal}",
    "<>{children}</>",
  ]);
  const parameters = draw.one([
    "{ children, modal }: { children: ReactNode; modal?: ReactNode }",
    "{\n  children,\n  modal,\n}: Readonly<{ children: React.ReactNode; modal?: React.ReactNode }>",
  ]);
  const html = `<html lang="en">\n      <body${draw.one(["", ' className="plain"', " {...attributes}"])}>\n        ${wrap(body)}\n      </body>\n    </html>`;
  return [
    'import type { ReactNode } from "react";',
    'import { Header, ThemeProvider } from "@/components/chrome";',
    ...draw.some(['import "./globals.css";']),
    "",
    ...draw.some(['export const metadata = { title: "Reading room" };']),
    "const attributes = { id: `body` };",
    "",
    draw.one([
      `export default function RootLayout(${parameters}) {\n  return (\n    ${html}\n  );\n}`,
      `export default async function Layout(${parameters}) {\n  await Promise.resolve();\n  return (\n    ${html}\n  );\n}`,
      `const Layout = (${parameters}) => (\n    ${html}\n  );\nexport default Layout;`,
      `export default (${parameters}) => {\n  return ${html};\n};`,
    ]),
    "",
  ].join("\n");
}

/** A server file that asks for the session. */
export function serverFile(draw: Draw): string {
  const [hook, from] = draw.one([
    ["getServerSession", 'import { getServerSession } from "next-auth";'],
    ["session", 'import { getServerSession as session } from "next-auth/next";'],
    ["auth.getServerSession", 'import * as auth from "next-auth";'],
    ["getServerSession", 'import { getServerSession, type Session } from "next-auth";'],
  ] as const);
  const name = draw.one(["authOptions", "taken"]);
  return [
    from,
    'import { log } from "@/lib/log";',
    "",
    `const ${name} = log("a");`,
    "",
    draw.one([
      `export async function who() {\n  const current = await ${hook}();\n  return current?.user ?? ${name};\n}`,
      `export const who = async () => (await ${hook}())?.user ?? ${name};`,
      `export async function who(${draw.one(["", "authOptions = 1", "session2 = log"])}) {\n  if (!(await ${hook}())) return ${name};\n  return ${hook}();\n}`,
    ]),
    "",
  ].join("\n");
}

/** A route of pages/api that asks for the session. */
export function apiRoute(draw: Draw): string {
  const [hook, from] = draw.one([
    ["getServerSession", 'import { getServerSession } from "next-auth";'],
    ["unstable_getServerSession", 'import { unstable_getServerSession } from "next-auth/next";'],
    ["auth.getServerSession", 'import * as auth from "next-auth/next";'],
  ] as const);
  const given = draw.one(["req, res", "req, res", ""]);
  const name = draw.one(["loans", "authOptions"]);
  return [
    'import type { NextApiRequest, NextApiResponse } from "next";',
    from,
    "",
    `const ${name} = [1, 2];`,
    "",
    draw.one([
      `export default async function handler(req: NextApiRequest, res: NextApiResponse) {\n  const session = await ${hook}(${given});\n  if (!session) return res.json([]);\n  return res.json(${name});\n}`,
      `const handler = async (req: NextApiRequest, res: NextApiResponse) => res.json((await ${hook}(${given})) ? ${name} : []);\n\nexport default handler;`,
      `export default async (req: NextApiRequest, res: NextApiResponse) => {\n  if (await ${hook}(${given})) {\n    return res.json(${name});\n  }\n  return res.json([]);\n};`,
    ]),
    "",
  ].join("\n");
}

/** A page path, and one below it, for a matcher. */
const PATHS = [
  "/dashboard/:path*",
  "/account",
  "/api/:path*",
  "/((?!_next).*)",
  "/((?!api|_next/static|favicon.ico).*)",
  "/:path*",
  "/(.*)",
  "/((?!login|api/auth).*)",
  "/admin/(.*)",
];

/** What Next.js catches, and whether the code lets next-auth's own paths and those of Next.js through by itself. */
export function middleware(draw: Draw): { source: string; letsOwnThrough: boolean } {
  const chosen = draw.some(PATHS).slice(0, 3);
  const matchers = chosen.length === 0 ? [draw.one(PATHS)] : chosen;
  const quote = draw.one(['"', "'", "`"]);
  const quoted = matchers.map((path) => `${quote}${path}${quote}`);
  const config = draw.one([
    `export const config = { matcher: [${quoted.join(", ")}] };`,
    `export const config = {\n  matcher: [\n    ${quoted.join(",\n    ")},\n  ],\n};`,
    `export const config = { matcher: ${quoted[0]} };`,
    `export const config = { matcher: [${quoted.map((path) => `{ source: ${path} }`).join(", ")}] };`,
    "",
  ]);
  const own = draw.onceIn(3)
    ? draw.one([
        'export { default } from "next-auth/middleware";',
        'import { withAuth } from "next-auth/middleware";\n\nexport default withAuth({ pages: { signIn: "/login" } });',
        'import { withAuth } from "next-auth/middleware";\nimport { NextResponse } from "next/server";\n\nexport default withAuth(function middleware() {\n  return NextResponse.next();\n});',
      ])
    : undefined;
  const code =
    own ??
    draw.one([
      'import { getToken } from "next-auth/jwt";\nimport { NextResponse, type NextRequest } from "next/server";\n\nexport async function middleware(request: NextRequest) {\n  if (!(await getToken({ req: request }))) return NextResponse.redirect(new URL("/login", request.url));\n  return NextResponse.next();\n}',
      'import { NextResponse, type NextRequest } from "next/server";\nimport * as jwt from "next-auth/jwt";\n\nconst middleware = async (request: NextRequest) => {\n  const token = await jwt.getToken({ req: request });\n  return token ? NextResponse.next() : NextResponse.redirect(new URL("/login", request.url));\n};\n\nexport default middleware;',
    ]);
  return { source: `${code}\n\n${config}\n`, letsOwnThrough: own !== undefined };
}
