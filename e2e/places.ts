import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The root of this repository. */
export const repository = dirname(dirname(fileURLToPath(import.meta.url)));

/** The broken app that every test starts from. */
export const example = join(repository, "examples", "phantom-session");

/**
 * Where apps are built and what they need is installed: outside the repository, kept between
 * runs, since a Next.js weighs 300 MB.
 */
export const cache = process.env["E2E_CACHE"] ?? join(tmpdir(), "next-auth-codemod-e2e");
