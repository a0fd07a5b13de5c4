import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The nearest tsconfig.json at or above a folder, not beyond the root. */
export function configAbove(folder: string, root: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const config = join(at, "tsconfig.json");
    if (existsSync(config)) return config.replaceAll("\\", "/");
    if (at === root || dirname(at) === at) return undefined;
  }
}
