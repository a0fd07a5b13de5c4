import type { Transform } from "../lib/transform.ts";
import { addAuthEnv } from "./add-auth-env.ts";
import { addLoadingBranches } from "./add-loading-branches.ts";
import { extractAuthOptions } from "./extract-auth-options.ts";
import { fixMiddleware } from "./fix-middleware.ts";
import { injectAuthOptions } from "./inject-auth-options.ts";
import { useJwtStrategy } from "./use-jwt-strategy.ts";
import { wrapRootLayout } from "./wrap-root-layout.ts";

/** Every transform, in migration order: the CLI, the README and the tests read this one list. */
export const transforms: readonly Transform[] = [
  extractAuthOptions,
  injectAuthOptions,
  wrapRootLayout,
  addLoadingBranches,
  fixMiddleware,
  useJwtStrategy,
  addAuthEnv,
];
