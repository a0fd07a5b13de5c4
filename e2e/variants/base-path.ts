import { editFile, type App } from "../app.ts";

/** The app below /club, with a provider in the layout that knows it. */
export function serveBelowClub(app: App): void {
  app.basePath = "/club";
  editFile(app, "next.config.mjs", (text) => text.replace("poweredByHeader", 'basePath: "/club",\n  poweredByHeader'));
  editFile(app, "app/layout.tsx", (text) =>
    text
      .replace('import type { Metadata } from "next";\n', (line) => `${line}import { SessionProvider } from "next-auth/react";\n`)
      .replace("<body>\n", '<body>\n        <SessionProvider basePath="/club/api/auth">\n')
      .replace("      </body>", "        </SessionProvider>\n      </body>"),
  );
  editFile(app, "components/login-form.tsx", (text) => text.replace('assign("/")', 'assign("/club")'));
  editFile(app, "components/navbar.tsx", (text) => text.replace('callbackUrl: "/"', 'callbackUrl: "/club"'));
  editFile(app, "components/overdue-loans.tsx", (text) => text.replace('"/api/overdue"', '"/club/api/overdue"'));
  // A URL built from the request's loses the base path; a clone of Next.js' own keeps it.
  editFile(app, "middleware.ts", (text) =>
    text.replace(
      'return NextResponse.redirect(new URL("/login", request.url));',
      `const login = request.nextUrl.clone();
    login.pathname = "/login";
    return NextResponse.redirect(login);`,
    ),
  );
}
