import { expect } from "vitest";
import { editFile, writeFile } from "../app.ts";
import { signedOut } from "../expectations.ts";
import type { Fault } from "./fault.ts";

export const middlewareCatchesEverything: Fault = {
  name: "a matcher that catches static files",
  repairedBy: "fix-middleware",
  major: 16,
  expectSymptom({ favicon, signedIn: afterForm }) {
    expect(favicon).toContain("text/html");
    // Scripts are answered with the sign-in page, so the form is only HTML, sent by the browser.
    expect(afterForm?.problems.join()).toContain("Unexpected token '<'");
    expect(afterForm?.path).toContain("password=");
  },
};

export const middlewareCatchesAuth: Fault = {
  name: "a matcher that catches /api/auth",
  repairedBy: "fix-middleware",
  major: 14,
  plant(app) {
    editFile(app, "middleware.ts", (text) => text.replace('"/:path*"', '"/((?!_next/static|_next/image|favicon.ico).*)"'));
  },
  expectSymptom({ favicon, signedIn: afterForm }) {
    expect(favicon).toContain("image");
    expect(afterForm?.who.at(-1)).toBe(signedOut);
    expect(afterForm?.problems.join()).toMatch(/CLIENT_FETCH_ERROR[^]*Unexpected token '<'/);
  },
};

export const middlewareReexport: Fault = {
  name: "the middleware of next-auth exported on",
  repairedBy: "fix-middleware",
  major: 16,
  plant(app) {
    writeFile(
      app,
      "middleware.ts",
      `export { default } from "next-auth/middleware";

export const config = { matcher: ["/dashboard/:path*", "/account/:path*"] };
`,
    );
  },
  expectSymptom({ build, built }) {
    expect(built).toBe(false);
    expect(build).toContain("must export a function");
  },
};
