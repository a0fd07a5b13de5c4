import type { Cause } from "./cause.ts";
import { clientCauses } from "./client-causes.ts";
import { serverCauses } from "./server-causes.ts";

/** Every cause, the most common first: the command, the documentation and the tests read this one list. */
export const causes: readonly Cause[] = [...serverCauses, ...clientCauses];
