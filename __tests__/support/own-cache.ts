import { mkdtempSync } from "node:fs";
import { join } from "node:path";

// What one test file leaves on record outside of repositories is no other's business.
process.env.XDG_CACHE_HOME = mkdtempSync(join(process.env.XDG_CACHE_HOME!, "of-a-test-"));
