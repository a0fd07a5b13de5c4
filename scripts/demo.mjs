// Shows the full migration of a copy of examples/phantom-session as a diff. Writes nothing.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const repository = join(import.meta.dirname, "..");
const folder = join(mkdtempSync(join(tmpdir(), "phantom-session-")), "phantom-session");
cpSync(join(repository, "examples/phantom-session"), folder, { recursive: true });
const { status } = spawnSync(process.execPath, [join(repository, "dist/cli.mjs"), "all", folder, "--dry", ...process.argv.slice(2)], {
  stdio: "inherit",
});
rmSync(join(folder, ".."), { recursive: true });
process.exitCode = status ?? 1;
