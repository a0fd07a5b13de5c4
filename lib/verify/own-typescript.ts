import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type typescript from "typescript";

/** The TypeScript that a project has installed. Its code runs in this process, or in one of its own. */
export interface OwnTypeScript {
  version: string;
  /** Absolute: the command. */
  tsc: string;
  /** The compiler as a library; undefined where it has none (from version 7 on). */
  api: typeof typescript | undefined;
}

/** Resolves `typescript` as a file in the folder would; undefined where it is not installed. */
export function ownTypeScript(folder: string): OwnTypeScript | undefined {
  const require = createRequire(join(folder, "package.json"));
  try {
    const packageFile = require.resolve("typescript/package.json");
    const { version } = JSON.parse(readFileSync(packageFile, "utf8")) as { version: string };
    const api = require("typescript") as Partial<typeof typescript>;
    const isLibrary = typeof api.createProgram === "function" && typeof api.sys === "object";
    return { version, tsc: join(dirname(packageFile), "bin/tsc"), api: isLibrary ? (api as typeof typescript) : undefined };
  } catch {
    return undefined;
  }
}
