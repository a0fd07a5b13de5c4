import { findCommand } from "./command.ts";

/** Packs the command once for the whole run: the test files find its path in the environment. */
export async function setup(): Promise<void> {
  process.env["E2E_COMMAND"] = await findCommand();
}
