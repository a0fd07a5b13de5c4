import { expect } from "vitest";
import { editFile } from "../app.ts";
import { signedIn, signedOut } from "../expectations.ts";
import type { Fault } from "./fault.ts";

export const decisionsWhileLoading: Fault = {
  name: "decisions taken while the session is loading",
  repairedBy: "add-loading-branches",
  major: 15,
  expectSymptom({ signedIn: afterForm, loans, home }) {
    expect(afterForm?.path).toBe("/");
    // The phantom: the page is there, the session too, and the person is sent away.
    expect(loans?.paths).toEqual(["/dashboard", "/login"]);
    expect(loans?.who).toEqual([signedOut, signedIn]);
    // And the flash, in a branch of JSX and in an early return.
    expect(home?.who).toEqual([signedOut, signedIn]);
    expect(home?.reserve[0]).toContain("Sign in to reserve");
    expect(home?.reserve[1]).toContain("Put a tool aside");
  },
};

export const loopInBrowser: Fault = {
  name: "a page that leaves while the session is loading, and a middleware that sends it back",
  repairedBy: "add-loading-branches",
  major: 16,
  plant(app) {
    editFile(app, "app/dashboard/page.tsx", (text) =>
      text
        .replace('import { useRouter } from "next/navigation";\n', "")
        .replace("  const router = useRouter();\n", "")
        .replace('router.push("/login")', 'window.location.href = "/login"')
        .replace("[session, router]", "[session]"),
    );
    // Who is signed in has no business at the door.
    editFile(app, "middleware.ts", (text) =>
      text.replace('["/", "/login"]', '["/"]').replace(
        "  if (!token) {",
        `  if (request.nextUrl.pathname === "/login") {
    return token ? NextResponse.redirect(new URL("/dashboard", request.url)) : NextResponse.next();
  }
  if (!token) {`,
      ),
    );
  },
  expectSymptom({ signedIn: afterForm, loans }) {
    expect(afterForm?.path).toBe("/");
    expect(loans?.problems.join()).toContain("a loop");
  },
};
