import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** What to generate: a monorepo of Next.js apps and packages, of which some files have to do with NextAuth.js. */
export interface TreeShape {
  name: string;
  /** Code files in all. */
  files: number;
  apps: number;
  /** Files that mention next-auth, in all apps together. */
  matches: number;
  seed: number;
}

export const shapes: readonly TreeShape[] = [
  { name: "500-file app", files: 500, apps: 1, matches: 40, seed: 1 },
  { name: "20,000-file monorepo", files: 20_000, apps: 10, matches: 600, seed: 2 },
  { name: "100,000-file tree", files: 100_000, apps: 20, matches: 1_200, seed: 3 },
];

/**
 * Where an app's options are, and how many of its consumers decide on a session that may still load: as often as in the
 * 154 public apps that the shapes were counted in. Three apps of ten have them inside the handler, two export them from
 * the route, five from a module; of ten components that use the session, three know that it loads, five only show
 * something of it, and two take loading for signed out.
 */
const OPTIONS = ["inline", "module", "route", "module", "inline", "module", "module", "inline", "route", "module"] as const;
const CONSUMERS = ["leaves", "shows", "waits", "shows", "refuses", "waits", "shows", "shows", "waits", "shows"] as const;
type Options = (typeof OPTIONS)[number];
type Consumer = (typeof CONSUMERS)[number];

/** Writes the tree below a folder. The same shape gives the same bytes. */
export function generateTree(folder: string, { files, apps, matches, seed }: TreeShape): void {
  const random = generator(seed);
  const write = (path: string, content: string) => {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  };
  write("package.json", JSON.stringify({ name: "bench", private: true, workspaces: ["apps/*", "packages/*"] }));
  write(".gitignore", "node_modules\n.next\ndist\n.env*.local\n");
  const perApp = Math.floor(matches / apps);
  const plainPerApp = Math.floor((files * 0.7 - matches) / apps);
  for (let app = 0; app < apps; app++) {
    const dir = `apps/app-${app}`;
    const options = OPTIONS[app % OPTIONS.length]!;
    for (const [path, content] of appSkeleton(app, options)) write(`${dir}/${path}`, content);
    for (let i = 0; i < perApp - 3; i++) {
      const feature = `${dir}/src/${i % 2 === 0 ? "app/area" : "components/area"}-${i % 17}`;
      if (i % 2 === 0) write(`${feature}/page-${i}/page.tsx`, serverPage(i, random, options));
      else write(`${feature}/panel-${i}.tsx`, consumer(i, random, CONSUMERS[Math.floor(i / 2) % CONSUMERS.length]!));
    }
    for (let i = 0; i < plainPerApp; i++)
      write(`${dir}/src/features/area-${i % 97}/part-${i}.${i % 4 === 0 ? "ts" : "tsx"}`, plainModule(i, random));
  }
  const inPackages = files - apps * (perApp + plainPerApp);
  for (let i = 0; i < inPackages; i++) write(`packages/kit-${i % 23}/src/group-${i % 53}/part-${i}.ts`, plainModule(i, random));
}

const PROVIDERS = `[GitHub({ clientId: process.env.GITHUB_ID!, clientSecret: process.env.GITHUB_SECRET! })]`;
const CALLBACKS = `{\n    session({ session, token }) {\n      return { ...session, id: token.sub };\n    },\n  }`;
const OBJECT = `{\n  providers: ${PROVIDERS},\n  callbacks: ${CALLBACKS},\n}`;
const IMPORTS = `import GitHub from "next-auth/providers/github";\n`;
const HANDLERS = `\nexport { handler as GET, handler as POST };\n`;

function appSkeleton(app: number, options: Options): [path: string, content: string][] {
  const route = "src/app/api/auth/[...nextauth]/route.ts";
  const typed = `import type { NextAuthOptions } from "next-auth";\n`;
  const files: Record<Options, [path: string, content: string][]> = {
    inline: [[route, `import NextAuth from "next-auth";\n${IMPORTS}\nconst handler = NextAuth(${OBJECT});\n${HANDLERS}`]],
    route: [
      [
        route,
        `import NextAuth from "next-auth";\n${typed}${IMPORTS}\nexport const authOptions: NextAuthOptions = ${OBJECT};\n\nconst handler = NextAuth(authOptions);\n${HANDLERS}`,
      ],
    ],
    module: [
      ["src/lib/auth.ts", `${typed}${IMPORTS}\nexport const authOptions: NextAuthOptions = ${OBJECT};\n`],
      [
        route,
        `import NextAuth from "next-auth";\nimport { authOptions } from "@/lib/auth";\n\nconst handler = NextAuth(authOptions);\n${HANDLERS}`,
      ],
    ],
  };
  return [
    ["package.json", JSON.stringify({ name: `app-${app}`, dependencies: { next: "15.5.0", "next-auth": "^4.24.11", react: "19.0.0" } })],
    ["tsconfig.json", JSON.stringify({ compilerOptions: { jsx: "preserve", strict: true, paths: { "@/*": ["./src/*"] } } })],
    [
      "src/app/layout.tsx",
      `export default function RootLayout({ children }: { children: React.ReactNode }) {\n  return (\n    <html lang="en">\n      <body>{children}</body>\n    </html>\n  );\n}\n`,
    ],
    ["src/app/page.tsx", `export default function Page() {\n  return <main>App ${app}</main>;\n}\n`],
    ...files[options],
  ];
}

function serverPage(i: number, random: () => number, options: Options): string {
  const source = { inline: undefined, route: "@/app/api/auth/[...nextauth]/route", module: "@/lib/auth" }[options];
  const imported = source ? `import { authOptions } from "${source}";\n` : "";
  return `import { getServerSession } from "next-auth";\nimport { redirect } from "next/navigation";\n${imported}\n${filler(i, random, 20)}\nexport default async function Page${i}() {\n  const session = await getServerSession(${source ? "authOptions" : ""});\n  if (!session) redirect("/login");\n  return <p>{session.user?.name}</p>;\n}\n`;
}

function consumer(i: number, random: () => number, kind: Consumer): string {
  const gate: Record<Consumer, string> = {
    leaves: `  useEffect(() => {\n    if (!session) router.push("/login");\n  }, [session, router]);\n`,
    refuses: `  if (!session) {\n    return <p>Please sign in.</p>;\n  }\n`,
    shows: "",
    waits: `  if (status === "loading") {\n    return <p>One moment.</p>;\n  }\n  if (!session) {\n    return <p>Please sign in.</p>;\n  }\n`,
  };
  const taken = kind === "waits" ? "{ data: session, status }" : "{ data: session }";
  return `"use client";\n\nimport { useEffect, useState } from "react";\nimport { useRouter } from "next/navigation";\nimport { useSession } from "next-auth/react";\n\n${filler(i, random, 25)}\nexport function Panel${i}() {\n  const ${taken} = useSession();\n  const router = useRouter();\n  const [open, setOpen] = useState(false);\n${gate[kind]}  return (\n    <section onClick={() => setOpen(!open)}>\n      <h2>{session?.user?.name}</h2>\n      {open && <p>{router.toString()}</p>}\n    </section>\n  );\n}\n`;
}

function plainModule(i: number, random: () => number): string {
  return `import { useMemo } from "react";\n\n${filler(i, random, 30 + Math.floor(random() * 60))}\nexport function part${i}(list: readonly number[]) {\n  return list.map((value) => value * ${i % 7}).filter(Boolean);\n}\n`;
}

const WORDS = ["order", "price", "state", "route", "value", "panel", "event", "field", "index", "label", "query", "table"];

function filler(i: number, random: () => number, lines: number): string {
  const word = () => WORDS[Math.floor(random() * WORDS.length)]!;
  return (
    Array.from(
      { length: lines },
      (_, line) =>
        `const ${word()}${i}_${line} = { ${word()}: ${Math.floor(random() * 1000)}, ${word()}_${line}: "${word()} ${word()} ${word()}" };`,
    ).join("\n") + "\n"
  );
}

/** Mulberry32: small, fast, and the same on every machine. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
