import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "vitest/config";

/** Runs outside a repository record what they change in the user's cache folder: not in the developer's own. */
const cache = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "next-auth-codemod-cache-"));
process.once("exit", () => rmSync(cache, { recursive: true, force: true }));

export default defineConfig({
  test: {
    include: ["__tests__/**/*.test.ts", "e2e/**/*.test.ts"],
    env: { XDG_CACHE_HOME: cache },
    setupFiles: ["__tests__/support/own-cache.ts"],
    testTimeout: 60_000,
    hookTimeout: 600_000,
  },
});
