import type { Variant } from "../app.ts";
import type { NextMajor } from "../versions.ts";
import { serveBelowClub } from "./base-path.ts";
import { stripTypes } from "./javascript.ts";
import { dropAlias, splitRootLayout, useSourceFolder } from "./layout.ts";
import { keepPagesRouter } from "./pages.ts";

/** Other shapes the same app could have, and where a repaired one must have the options then. */
export const variants: { name: string; major: NextMajor; options: string; derive: Variant }[] = [
  { name: "below src/", major: 15, options: "src/lib/auth.ts", derive: useSourceFolder },
  { name: "without an alias", major: 14, options: "lib/auth.ts", derive: dropAlias },
  { name: "in JavaScript", major: 15, options: "lib/auth.js", derive: stripTypes },
  { name: "with sign-in in the Pages Router", major: 14, options: "lib/auth.ts", derive: keepPagesRouter },
  { name: "below a basePath", major: 16, options: "lib/auth.ts", derive: serveBelowClub },
  { name: "with several root layouts", major: 16, options: "lib/auth.ts", derive: splitRootLayout },
];
