import type { Cause } from "./cause.ts";

/** Causes in the environment, the middleware, the provider and the browser. */
export const clientCauses: readonly Cause[] = [];
