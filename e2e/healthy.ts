import { editFile, readFile, writeFile, type App, type Variant } from "./app.ts";
import type { TransformName } from "./command.ts";
import { move } from "./variants/move.ts";

/**
 * What a careful person had written in place of each fault, and never as a transform would write it: other
 * names, other files, other ways to say it. Each stands on its own in the otherwise broken example.
 */
export const healthy: Record<TransformName, Variant> = {
  "extract-auth-options": keepOptionsInServerFolder,
  "inject-auth-options"(app) {
    keepOptionsInServerFolder(app);
    askForSessionInOnePlace(app);
  },
  "wrap-root-layout": renderProviders,
  "add-loading-branches": waitForSession,
  "fix-middleware": guardMembersPagesOnly,
  // The example says how it keeps its sessions.
  "use-jwt-strategy": () => undefined,
  "add-auth-env": configureEnvironment,
};

const route = "app/api/auth/[...nextauth]/route.ts";

function keepOptionsInServerFolder(app: App): void {
  const text = readFile(app, route);
  writeFile(
    app,
    "server/auth/config.ts",
    text
      .replace("import NextAuth, { type DefaultSession }", "import type { DefaultSession, NextAuthOptions }")
      .replace("const handler = NextAuth({", "export const authConfig = {")
      .replace("\n});\n\nexport { handler as GET, handler as POST };\n", "\n} satisfies NextAuthOptions;\n"),
  );
  writeFile(
    app,
    route,
    `import NextAuth from "next-auth";
import { authConfig } from "@/server/auth/config";

const handler = NextAuth(authConfig);

export { handler as GET, handler as POST };
`,
  );
}

function askForSessionInOnePlace(app: App): void {
  writeFile(
    app,
    "server/auth/index.ts",
    `import { cache } from "react";
import { getServerSession } from "next-auth";
import { authConfig } from "./config";

export const currentSession = cache(() => getServerSession(authConfig));
`,
  );
  for (const path of ["app/account/page.tsx", "app/api/overdue/route.ts"]) {
    editFile(app, path, (text) =>
      text
        .replace('import { getServerSession } from "next-auth";', 'import { currentSession } from "@/server/auth";')
        .replace("getServerSession()", "currentSession()"),
    );
  }
}

function renderProviders(app: App): void {
  writeFile(
    app,
    "components/providers.tsx",
    `"use client";

import type { PropsWithChildren } from "react";
import { SessionProvider } from "next-auth/react";

export function Providers({ children }: PropsWithChildren) {
  return <SessionProvider refetchOnWindowFocus={false}>{children}</SessionProvider>;
}
`,
  );
  editFile(app, "app/layout.tsx", (text) =>
    text
      .replace('navbar";\n', (line) => `${line}import { Providers } from "@/components/providers";\n`)
      .replace("<body>\n", "<body>\n        <Providers>\n")
      .replace("      </body>", "        </Providers>\n      </body>"),
  );
}

function waitForSession(app: App): void {
  editFile(app, "app/dashboard/page.tsx", (text) =>
    text.replace("const { data: session } = useSession();\n", "const { data: session, status } = useSession();\n").replace(
      `    if (!session) {
      router.push("/login");
    }
  }, [session, router]);
`,
      `    if (status === "loading") return;
    if (!session) router.push("/login");
  }, [session, status, router]);

  const waiting = session === undefined;
  if (waiting) return <p className="muted">One moment…</p>;
`,
    ),
  );
  editFile(app, "components/navbar.tsx", (text) =>
    text
      .replace("const { data: session }", "const { data: session, status }")
      .replace("{session ? (", '{status === "loading" ? (\n          <span>Loading…</span>\n        ) : session ? ('),
  );
  editFile(app, "components/reserve-form.tsx", (text) =>
    text
      .replace("const { data: session } = useSession();", "const { data: session, status } = useSession();")
      .replace("if (!session) {", 'if (status === "loading") return null;\n  if (!session) {'),
  );
}

/** Next.js 16 calls the file and its function proxy. */
function guardMembersPagesOnly(app: App): void {
  editFile(app, "middleware.ts", (text) =>
    text.replace('matcher: ["/:path*"]', 'matcher: ["/dashboard/:path*", "/account/:path*", "/api/overdue"]'),
  );
  if (app.major < 16) return;
  move(app, "middleware.ts", "proxy.ts");
  editFile(app, "proxy.ts", (text) => text.replace("async function middleware", "async function proxy"));
}

function configureEnvironment(app: App): void {
  const values = 'NEXTAUTH_URL=http://localhost:3000\nNEXTAUTH_SECRET="not a secret, and long enough for a test"\n';
  writeFile(app, ".env.local", values);
  editFile(app, ".env.example", (text) => `${text}NEXTAUTH_SECRET=\n`);
}
