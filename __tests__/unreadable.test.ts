import { expect, test } from "vitest";
import { discover } from "../lib/discover.ts";
import { diagnose } from "../lib/doctor/diagnose.ts";
import type { Finding } from "../lib/findings/index.ts";
import { migrate } from "../lib/migrate.ts";
import { transforms } from "../transforms/index.ts";
import { scratch } from "./support/scratch.ts";

const page =
  '"use client";\nimport { useSession } from "next-auth/react";\n\nexport default function Page() {\n  const { data: session } = useSession();\n  if (!session) return <p>out</p>;\n  return <b>in</b>;\n}\n';
const server = 'import { getServerSession } from "next-auth";\n\nexport const who = () => getServerSession();\n';
const ROUTE = "app/api/auth/[...nextauth]/route.ts";
const app: Record<string, string> = {
  "package.json": JSON.stringify({ dependencies: { next: "14.2.0", "next-auth": "^4.24.0", react: "^18" } }),
  "tsconfig.json": JSON.stringify({ compilerOptions: { jsx: "preserve", paths: { "@/*": ["./*"] } } }),
  "app/layout.tsx":
    'import type { ReactNode } from "react";\nimport { Chrome } from "@/components/chrome";\n\nexport default function RootLayout({ children }: { children: ReactNode }) {\n  return (\n    <html>\n      <body>\n        <Chrome>{children}</Chrome>\n      </body>\n    </html>\n  );\n}\n',
  "components/chrome.tsx":
    'import type { ReactNode } from "react";\n\nexport function Chrome({ children }: { children: ReactNode }) {\n  return <div>{children}</div>;\n}\n',
  "app/page.tsx": page,
  "app/other/page.tsx": page,
  [ROUTE]:
    'import NextAuth, { type NextAuthOptions } from "next-auth";\nimport Credentials from "next-auth/providers/credentials";\n\nexport const authOptions: NextAuthOptions = { providers: [Credentials({ credentials: {}, authorize: () => null })] };\n\nconst handler = NextAuth(authOptions);\n\nexport { handler as GET, handler as POST };\n',
  "lib/who.ts": server,
  "lib/again.ts": server,
  "lib/importer.ts": `import { authOptions } from "@/app/api/auth/[...nextauth]/route";\n\nexport const it = authOptions;\n`,
  "middleware.ts":
    'import { getToken } from "next-auth/jwt";\nimport { NextResponse, type NextRequest } from "next/server";\n\nexport async function middleware(request: NextRequest) {\n  if (!(await getToken({ req: request }))) return NextResponse.redirect(new URL("/login", request.url));\n  return NextResponse.next();\n}\n\nexport const config = { matcher: ["/(.*)"] };\n',
};
const serverSide = [ROUTE, "lib/again.ts", "lib/auth.ts", "lib/importer.ts", "lib/who.ts"];
const provider = ["app/layout.tsx", "components/auth-provider.tsx"];

/** For each file that cannot be read, the files that stay as they are on its account. */
const STAY: Record<string, readonly string[]> = {
  "app/layout.tsx": provider,
  "components/chrome.tsx": provider,
  "app/page.tsx": ["app/page.tsx"],
  "app/other/page.tsx": ["app/other/page.tsx"],
  [ROUTE]: serverSide,
  "lib/who.ts": ["lib/who.ts"],
  "lib/again.ts": ["lib/again.ts"],
  // What imports the options from the route could not follow them, so they stay.
  "lib/importer.ts": serverSide,
  "middleware.ts": ["middleware.ts"],
};

const NAMES =
  "useSession getServerSession authOptions NextAuth handler children Chrome session who it config request NextResponse getToken";
const BROKEN: readonly (readonly [string, (source: string) => string])[] = [
  ["does not parse", (source) => `${source}export const = ;\n`],
  ["imports a name twice", (source) => `${source}import { twice } from "./one";\nvoid twice;\nimport { twice } from "./two";\n`],
  ["is nested too deeply to be parsed", (source) => `${source}export const deep = ${"[".repeat(10_000)}${"]".repeat(10_000)};\n`],
  // Names that are declared twice are told apart by scopes, and those need a walk over the whole tree.
  [
    "is nested too deeply for its names",
    (source) =>
      `${source}\nfunction shadow(${NAMES.replaceAll(" ", ", ")}) {\n  return [${NAMES.replaceAll(" ", ", ")}, ${"!".repeat(3_000)}1];\n}\n`,
  ],
];

async function changedBy(files: Record<string, string>) {
  const found = discover({ cwd: scratch(files), paths: [] });
  const { changes, report } = await migrate({ ...found, transforms, options: {} });
  return { paths: [...changes].map(({ path }) => path), report };
}

test.each(Object.keys(STAY).flatMap((path) => BROKEN.map(([what, spoil]) => [path, what, spoil] as const)))(
  "%s that %s is named, and harms only what hangs on it",
  { timeout: 120_000 },
  async (path, _, spoil) => {
    const whole = await changedBy(app);
    const { paths, report } = await changedBy({ ...app, [path]: spoil(app[path]!) });
    // Nothing in it is looked for, so it is only read to see what it renders around the content.
    const isUnclear = path === "components/chrome.tsx" && report.findings.some(({ rule }) => rule === "provider-unclear");
    expect(report.failures.map((failure) => failure.path)).toEqual(isUnclear && report.failures.length === 0 ? [] : [path]);
    expect(paths).toEqual(whole.paths.filter((changed) => !STAY[path]!.includes(changed)));
    const places = (files: Record<string, string>) => diagnose(discover({ cwd: scratch(files), paths: [] })).findings;
    const others = (findings: readonly Finding[]) =>
      findings.filter((finding) => !STAY[path]!.includes(finding.path)).map(({ rule, path: at }) => `${rule} ${at}`);
    expect(others(places({ ...app, [path]: spoil(app[path]!) }))).toEqual(expect.arrayContaining(others(places(app))));
  },
);
