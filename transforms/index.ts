import type { Transform } from "../lib/transform.ts";

/** Every transform, in migration order: the CLI, the README and the tests read this one list. */
export const transforms: readonly Transform[] = [];
