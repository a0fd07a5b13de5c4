import type { Cause } from "./cause.ts";

/** Causes in how the session is configured, and read on the server. */
export const serverCauses: readonly Cause[] = [];
