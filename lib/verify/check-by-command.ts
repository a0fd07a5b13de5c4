import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, posix, relative } from "node:path";
import { UsageError } from "../errors.ts";
import type { Overlay } from "./overlay.ts";
import type { Problem } from "./problem.ts";

const TEN_MINUTES = 600_000;

/**
 * Type-checks by the project's own `tsc`, for versions that are no library. A change is laid over a mirror of the tree
 * in a temporary folder: folders with changed files are made anew there, everything else in it is a link to the original.
 *
 * @param root absolute: what is mirrored
 * @param config absolute: the tsconfig.json, below the root
 * @throws {UsageError} where the command cannot be run
 */
export function problemsByCommand(tsc: string, root: string, config: string, overlay: Overlay): Problem[] {
  const scratch = mkdtempSync(join(tmpdir(), "next-auth-codemod-verify-"));
  try {
    const mirror = overlay.size === 0 ? root : join(scratch, "tree");
    if (mirror !== root) mirrorFolder(root, mirror, new Map([...overlay].map(([path, content]) => [relative(root, path), content])));
    const flags = ["--noEmit", "--pretty", "false", "--incremental", "--tsBuildInfoFile", join(scratch, "info.tsbuildinfo")];
    const { stdout, stderr, status, error } = spawnSync(process.execPath, [tsc, "-p", join(mirror, relative(root, config)), ...flags], {
      cwd: mirror,
      encoding: "utf8",
      maxBuffer: 1 << 28,
      timeout: TEN_MINUTES,
    });
    const problems = readOutput(stdout, root);
    if (error !== undefined || (status !== 0 && problems.length === 0)) {
      throw new UsageError(
        `The project's TypeScript could not be run: ${(error?.message ?? stderr) || stdout}`,
        "Nothing was written. Run npx tsc --noEmit to see what it says, or leave --verify out.",
      );
    }
    return problems;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function mirrorFolder(original: string, mirror: string, changes: ReadonlyMap<string, string | null>): void {
  mkdirSync(mirror);
  const below = new Map<string, Map<string, string | null>>();
  for (const [path, content] of changes) {
    const [name, ...rest] = path.split(/[\\/]/) as [string, ...string[]];
    if (rest.length > 0) below.set(name, (below.get(name) ?? new Map<string, string | null>()).set(rest.join("/"), content));
    else if (content !== null) writeFileSync(join(mirror, name), content);
  }
  for (const [name, inside] of below) mirrorFolder(join(original, name), join(mirror, name), inside);
  for (const entry of namesIn(original)) {
    if (below.has(entry.name) || changes.has(entry.name)) continue;
    symlinkSync(join(original, entry.name), join(mirror, entry.name), entry.isDirectory() ? "junction" : "file");
  }
}

function namesIn(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return []; // the change creates it
  }
}

/** `path(line,column): error TS2322: message`, messages going on in indented lines; paths relative to where it ran. */
function readOutput(output: string, root: string): Problem[] {
  const problems: Problem[] = [];
  for (const line of output.split(/\r?\n/)) {
    const match = /^(?:(.+?)\((\d+),(\d+)\): )?error TS(\d+): (.*)$/.exec(line);
    if (match) {
      const [, file, at, column, code, message] = match;
      const problem = { line: Number(at ?? 1), column: Number(column ?? 1), code: Number(code), message: message! };
      problems.push({
        ...problem,
        file: file === undefined ? undefined : posix.join(root.replaceAll("\\", "/"), file.replaceAll("\\", "/")),
      });
    } else if (/^\s+\S/.test(line) && problems.length > 0) problems.at(-1)!.message += `\n${line}`;
  }
  return problems;
}
