import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findFixtures, inTemporaryFolder } from "./support/fixture.ts";

const CLI = join(import.meta.dirname, "../dist/cli.mjs");

/** Writes down every module that a process loads: what is imported as it is resolved, what is required at the end. */
const PRELOAD = `
import { appendFileSync } from "node:fs";
import Module, { register } from "node:module";
const log = process.env.MODULES_LOG;
register("data:text/javascript," + encodeURIComponent(\`
  import { appendFileSync } from "node:fs";
  export async function resolve(specifier, context, next) {
    const resolved = await next(specifier, context);
    appendFileSync(\${JSON.stringify(log)}, resolved.url + "\\\\n");
    return resolved;
  }
\`));
process.on("exit", () => appendFileSync(log, Object.keys(Module._cache).join("\\n")));
`;

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "start-up-"));
  writeFileSync(join(folder, "preload.mjs"), PRELOAD);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The packages that a command of the built program loads. */
function loadedBy(args: readonly string[], cwd = folder): { packages: Set<string>; status: number | null } {
  const log = join(folder, "modules.log");
  writeFileSync(log, "");
  const preload = pathToFileURL(join(folder, "preload.mjs")).href;
  const { status } = spawnSync(process.execPath, ["--import", preload, CLI, ...args], {
    cwd,
    env: { ...process.env, MODULES_LOG: log },
    stdio: "ignore",
  });
  const modules = readFileSync(log, "utf8").split("\n");
  expect(modules.some((module) => module.endsWith("dist/cli.mjs"))).toBe(true);
  return {
    status,
    packages: new Set(modules.flatMap((module) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(module)?.[1] ?? [])),
  };
}

describe("what is not needed is not loaded", () => {
  test.each(["--version", "--help", "list", "all --help"])("%s", (args) => {
    const { packages, status } = loadedBy(args.split(" "));
    expect(status).toBe(0);
    expect([...packages].sort()).toEqual(["commander", "fastest-levenshtein"]);
  });

  test("a project that is up to date: neither Prettier nor prompts, and no scopes", async () => {
    const fixture = findFixtures().find(({ transform }) => transform === "inject-auth-options")!;
    await inTemporaryFolder(fixture.input, (cwd) => {
      expect(loadedBy(["inject-auth-options", "--force", "--quiet", cwd]).status).toBe(0);
      const { packages, status } = loadedBy(["inject-auth-options", "--check", "--quiet", cwd]);
      expect(status).toBe(0);
      expect(packages).toContain("@babel/parser");
      expect([...packages].filter((name) => /prettier|clack|@babel\/traverse/.test(name))).toEqual([]);
      return Promise.resolve();
    });
  });
});
