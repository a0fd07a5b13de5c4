import type { BrowserContext } from "playwright-core";
import type { Variant } from "../app.ts";
import type { NextMajor } from "../versions.ts";
import { serveBelowClub } from "./base-path.ts";
import { stripTypes } from "./javascript.ts";
import { dropAlias, splitRootLayout, useSourceFolder } from "./layout.ts";
import { expectPagesRouterToKnow, keepPagesRouter } from "./pages.ts";

/** Another shape the same app could have. */
export interface Shape {
  name: string;
  major: NextMajor;
  /** The file that holds the options after the repair. */
  options: string;
  derive: Variant;
  /** Asserts what this shape has and the example has not, in a browser that is signed in. */
  expectMore?(context: BrowserContext, url: string): Promise<void>;
}

export const shapes: Shape[] = [
  { name: "below src/", major: 15, options: "src/lib/auth.ts", derive: useSourceFolder },
  { name: "without an alias", major: 14, options: "lib/auth.ts", derive: dropAlias },
  { name: "in JavaScript", major: 15, options: "lib/auth.js", derive: stripTypes },
  {
    name: "with sign-in in the Pages Router",
    major: 14,
    options: "lib/auth.ts",
    derive: keepPagesRouter,
    expectMore: expectPagesRouterToKnow,
  },
  { name: "below a basePath", major: 16, options: "lib/auth.ts", derive: serveBelowClub },
  { name: "with several root layouts", major: 16, options: "lib/auth.ts", derive: splitRootLayout },
];
