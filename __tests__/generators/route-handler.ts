import type { Draw } from "./draw.ts";

/** Options, where they stand, and what stands around them, for one of the routers. */
export function routeHandler(draw: Draw, router: "app" | "pages"): string {
  const helpers = draw.some(HELPERS);
  const used = helpers.map(({ use }) => use);
  const options = optionsObject(draw, used);
  const imports = [
    draw.one([
      'import NextAuth from "next-auth";',
      'import NextAuth, { type NextAuthOptions } from "next-auth";',
      'import type { NextAuthOptions } from "next-auth";\nimport NextAuth from "next-auth";',
    ]),
    'import Credentials from "next-auth/providers/credentials";',
    ...helpers.flatMap(({ imports = [] }) => imports).map((line) => line.replace("ROOT", router === "app" ? "../../../.." : "../../..")),
  ];
  const hasType = imports[0]!.includes("NextAuthOptions");
  const name = draw.one(["authOptions", "options", "handlerOptions"]);
  const forms = [
    `const handler = NextAuth(${options});`,
    `const ${name} = ${options};\n\nconst handler = NextAuth(${name});`,
    `export const ${name} = ${options};\n\nconst handler = NextAuth(${name});`,
    ...(hasType
      ? [
          `const ${name}: NextAuthOptions = ${options};\n\nconst handler = NextAuth(${name});`,
          `export const ${name}: NextAuthOptions = ${options};\n\nconst handler = NextAuth(${name});`,
          `const ${name} = ${options} satisfies NextAuthOptions;\n\nconst handler = NextAuth(${name});`,
        ]
      : []),
  ];
  const ends =
    router === "app"
      ? ["export { handler as GET, handler as POST };", "export const GET = handler;\nexport const POST = handler;"]
      : ["export default handler;", "export { handler as default };"];
  const segment = draw.some(
    router === "app"
      ? ['export const dynamic = "force-dynamic";', 'export const runtime = "nodejs";']
      : ["export const config = { api: {} };"],
  );
  const before = helpers.map(({ code }) => code);
  return `${[imports.join("\n"), ...before, draw.one(forms), ...segment, draw.one(ends)].join(draw.one(["\n\n", "\n", "\n\n\n"]))}\n`;
}

const HELPERS: readonly { code: string; use: string; imports?: string[] }[] = [
  { code: "const DAY = 24 * 60 * 60;", use: "session: { maxAge: 30 * DAY }" },
  {
    code: "// Who may come in.\nfunction mayEnter(email: string | null | undefined) {\n  return email !== null;\n}",
    use: "events: { signIn: ({ user }) => void mayEnter(user.email) }",
  },
  { code: 'const secret = process.env.NEXTAUTH_SECRET ?? "";', use: "secret" },
  { code: "/** The pages. */\nconst pages = { signIn: `/login` };", use: "pages" },
  {
    code: 'type Role = "reader" | "librarian";\nconst roleOf = (id: string): Role => (id === "1" ? "librarian" : "reader");',
    use: 'debug: roleOf("1") === "reader"',
  },
  { code: "", use: "logger: { error: (code) => log(code) }", imports: ['import { log } from "@/lib/log";'] },
  { code: "", use: "theme: { brandColor: color }", imports: ['import color from "ROOT/lib/color";'] },
];

function optionsObject(draw: Draw, used: readonly string[]): string {
  const members = [
    `providers: [\n    Credentials({\n      credentials: { email: {} },\n      authorize: async (input) => (input?.email ? { id: "1", email: input.email } : null),\n    }),\n  ]`,
    ...used,
    ...draw.some([
      "callbacks: {\n    session: ({ session, token }) => ({ ...session, id: token.sub }),\n  }",
      "// a comment of its own\n  useSecureCookies: false",
    ]),
  ];
  return `{\n  ${members.join(",\n  ")}${draw.one([",", ""])}\n}`;
}

/** What the helpers import. */
export const imported = {
  "lib/log.ts": "export function log(text: string) {\n  return text;\n}\n",
  "lib/color.ts": 'export default "#123456";\n',
};
