/**
 * Nx is too large to be installed for one test. To run this: npm install --no-save nx, then
 * npx vitest run __tests__/fleet-nx.test.ts; or NX=<folder of an installed nx> in front of the latter.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { apps, appWithPackage, commitTree, install, layMonorepo, lockfile, nameOf } from "./support/monorepo.ts";
import { git } from "./support/project.ts";
import { recipe } from "./support/recipes.ts";

const NX = process.env.NX ?? join(import.meta.dirname, "../node_modules/nx");

describe.runIf(existsSync(NX))("twenty apps under nx run-many", { timeout: 600_000 }, () => {
  let root: string;
  let files: Record<string, string>;

  beforeAll(async () => {
    root = realpathSync(mkdtempSync(join(tmpdir(), "next-auth-codemod-nx-")));
    files = layMonorepo(root);
    commitTree(root);
    await install(root);
    symlinkSync(realpathSync(NX), join(root, "node_modules/nx"));
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  /** Runs a target in all apps, and tells how many were answered from the cache and which failed. */
  function nx(
    target: string,
    projects: readonly string[] = apps.map(nameOf),
  ): { code: number; output: string; hits: number; failed: string[] } {
    const { bin } = JSON.parse(readFileSync(join(NX, "package.json"), "utf8")) as { bin: { nx: string } };
    const args = [
      join(root, "node_modules/nx", bin.nx),
      "run-many",
      "-t",
      target,
      "-p",
      projects.join(),
      "--parallel=2",
      "--outputStyle=static",
    ];
    const { PATH, HOME } = process.env;
    const env = { PATH, HOME, NX_DAEMON: "false", NX_NO_CLOUD: "true", NX_TUI: "false", CI: "true", NO_COLOR: "1" };
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8", env, maxBuffer: 1 << 26 });
    const output = stdout + stderr;
    const hits = Number(/^ *Cache: +(\d+)\/\d+ hit/m.exec(output)?.[1]);
    return { code: status!, output, hits, failed: [...output.matchAll(/^\s*- ([\w-]+):[\w-]+$/gm)].map(([, name]) => name!) };
  }

  test("session-patch: a second run is all cache hits, and brings the same patches back", () => {
    expect(nx("session-patch")).toMatchObject({ code: 0, hits: 0 });
    expect(git(root, "status", "--porcelain")).toBe("");
    const made = apps.map((app) => join(root, app, "session.patch"));
    const before = made.map((file) => readFileSync(file, "utf8"));
    for (const file of made) rmSync(file);
    expect(nx("session-patch")).toMatchObject({ code: 0, hits: apps.length });
    expect(made.map((file) => readFileSync(file, "utf8"))).toEqual(before);
  });

  const some = ["app-03", "app-04", nameOf(appWithPackage)];

  test.each([
    ["apps/app-03/lib/more.ts", 1],
    ["apps/app-04/.env.local", 1],
    ["packages/auth/index.ts", 1],
    ["tsconfig.base.json", some.length],
    ["package.json", some.length],
    ["package-lock.json", some.length],
  ])("what a run reads makes its answer stale: %s", (path, stale) => {
    const before = files[path];
    writeFileSync(join(root, path), path === "package-lock.json" ? lockfile(files, "999.0.0") : `${before ?? "{}"}\n`);
    try {
      expect(nx("session-patch", some)).toMatchObject({ code: 0, hits: some.length - stale });
    } finally {
      if (before === undefined) rmSync(join(root, path));
      else writeFileSync(join(root, path), before);
    }
  });

  test("session-fix writes in two apps at a time what the patches say; then a failing app fails alone", () => {
    expect(spawnSync("sh", ["-eu", "-c", recipe("apply.sh")], { cwd: root }).status).toBe(0);
    git(root, "add", "-A");
    const planned = git(root, "write-tree");
    git(root, "reset", "-q", "--hard");
    expect(nx("session-fix")).toMatchObject({ code: 0, hits: 0 });
    git(root, "add", "-A");
    expect(git(root, "write-tree")).toBe(planned);
    git(root, "commit", "-qm", "migrated");

    writeFileSync(join(root, "apps/app-05/lib/broken.ts"), 'import { getServerSession } from "next-auth";\nexport const = ;\n');
    git(root, "checkout", "-q", "HEAD~1", "--", appWithPackage);
    const failed = ["app-05", nameOf(appWithPackage)];
    const first = nx("session-check");
    expect(first.failed, first.output).toEqual(failed);
    const again = nx("session-check");
    expect(again, again.output).toMatchObject({ code: 1, hits: apps.length - 2, failed });
  });
});
