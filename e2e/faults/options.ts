import { expect } from "vitest";
import { editFile } from "../app.ts";
import { signedIn } from "../expectations.ts";
import type { Fault } from "./fault.ts";

const route = "app/api/auth/[...nextauth]/route.ts";

export const optionsExportedFromRoute: Fault = {
  name: "options exported from the route",
  repairedBy: "extract-auth-options",
  major: 15,
  plant(app) {
    editFile(app, route, (text) =>
      text
        .replace("NextAuth, { type DefaultSession }", "NextAuth, { type DefaultSession, type NextAuthOptions }")
        .replace("const handler = NextAuth({", "export const authOptions: NextAuthOptions = {")
        .replace("\n});\n\nexport {", "\n};\n\nconst handler = NextAuth(authOptions);\n\nexport {"),
    );
    // As many tutorials have it; the import has to follow the options.
    for (const path of ["app/account/page.tsx", "app/api/overdue/route.ts"]) {
      editFile(app, path, (text) =>
        text
          .replace('from "next-auth";\n', (line) => `${line}import { authOptions } from "@/app/api/auth/[...nextauth]/route";\n`)
          .replace("getServerSession()", "getServerSession(authOptions)"),
      );
    }
  },
  expectSymptom({ build, built }) {
    expect(built).toBe(false);
    expect(build).toContain('"authOptions" is not a valid Route export field');
  },
};

export const sessionWithoutOptions: Fault = {
  name: "getServerSession() without options",
  repairedBy: "inject-auth-options",
  major: 16,
  expectSymptom({ loans, account }) {
    // Signed in, and yet a stranger: what the callbacks add is missing.
    expect(account?.who.at(-1)).toBe(signedIn);
    expect(account?.markup).toContain("- definition: keeper@example.com");
    expect(account?.markup).not.toContain("k-001");
    expect(loans?.markup).toContain("Only keepers see what is overdue.");
    expect(loans?.problems.join()).toContain("403");
  },
};

export const sessionNullOnServer: Fault = {
  name: "getServerSession() without options, and a cookie that only these name",
  repairedBy: "inject-auth-options",
  major: 15,
  plant(app) {
    editFile(app, route, (text) =>
      text.replace(
        "  pages: {",
        '  cookies: { sessionToken: { name: "toolshed.session", options: { httpOnly: true, sameSite: "lax", path: "/" } } },\n  pages: {',
      ),
    );
    editFile(app, "middleware.ts", (text) => text.replace("{ req: request }", '{ req: request, cookieName: "toolshed.session" }'));
  },
  expectSymptom({ loans, account }) {
    // The browser and the middleware know the session, and the server has none.
    expect(account?.paths).toEqual(["/login"]);
    expect(account?.who.at(-1)).toBe(signedIn);
    expect(loans?.markup).toContain("Only keepers see what is overdue.");
  },
};

export const loopOnServer: Fault = {
  name: "a page that asks for the id and a sign-in page that asks for the session",
  repairedBy: "inject-auth-options",
  major: 14,
  plant(app) {
    editFile(app, "app/account/page.tsx", (text) => text.replace("if (!session)", "if (!session?.user?.id)"));
    editFile(app, "app/login/page.tsx", (text) =>
      text
        .replace(
          'from "next";\n',
          (line) => `${line}import { redirect } from "next/navigation";\nimport { getServerSession } from "next-auth";\n`,
        )
        .replace("function LoginPage() {\n", 'async function LoginPage() {\n  if (await getServerSession()) redirect("/account");\n\n'),
    );
  },
  expectSymptom({ account }) {
    // Each page sends to the other what it was sent itself.
    expect(account?.problems.join()).toContain("ERR_TOO_MANY_REDIRECTS");
  },
};
