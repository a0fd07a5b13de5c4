import { spawnSync, type SpawnSyncReturns } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv } from "ajv";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { undo } from "../lib/changes/undo.ts";
import { discover } from "../lib/discover.ts";
import { migrate, type MigrateResult } from "../lib/migrate.ts";
import { transforms } from "../transforms/index.ts";
import { git } from "./support/project.ts";
import { apps, appWithPackage, commitTree, install, layMonorepo, lockfile, nameOf } from "./support/monorepo.ts";
import { brokenInvariants } from "./support/invariants.ts";
import { recipe } from "./support/recipes.ts";

const MODULES = join(import.meta.dirname, "../node_modules");
const TURBO = join(MODULES, ".bin/turbo");

interface TurboTask {
  task: string;
  package: string;
  command: string;
  cache: { status: "HIT" | "MISS" };
  execution?: { startTime: number; endTime: number; exitCode: number };
}

describe("twenty apps under turbo run", { timeout: 600_000 }, () => {
  let root: string;
  let files: Record<string, string>;
  let atOnce: MigrateResult;

  beforeAll(async () => {
    root = realpathSync(mkdtempSync(join(tmpdir(), "next-auth-codemod-fleet-")));
    files = layMonorepo(root);
    commitTree(root);
    await install(root);
    for (const name of ["turbo", "@turbo"]) symlinkSync(join(MODULES, name), join(root, "node_modules", name));
    atOnce = await migrate({ ...discover({ cwd: root, paths: [] }), transforms, options: {} });
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  /** Runs turbo, and tells what became of each app's task. */
  function turbo(...args: string[]): { code: number; output: string; tasks: TurboTask[] } {
    const runs = join(root, ".turbo/runs");
    rmSync(runs, { recursive: true, force: true });
    const { status, stdout, stderr } = spawnTurbo(...args, "--concurrency=2", "--summarize");
    const [summary] = readdirSync(runs);
    return { code: status!, output: stdout + stderr, tasks: tasksOf(readFileSync(join(runs, summary!), "utf8")) };
  }

  /** The apps whose task would be run now, and not be answered from the cache. */
  function stale(task: string): string[] {
    return namesOf(tasksOf(spawnTurbo(task, "--dry=json").stdout).filter(({ cache }) => cache.status === "MISS"));
  }

  /** Nothing of the surroundings, such as somebody's remote cache. */
  function spawnTurbo(...args: string[]): SpawnSyncReturns<string> {
    const env = { PATH: process.env.PATH, HOME: process.env.HOME, TURBO_TELEMETRY_DISABLED: "1", TURBO_NO_UPDATE_NOTIFIER: "1" };
    return spawnSync(TURBO, ["run", ...args], { cwd: root, encoding: "utf8", env });
  }

  /** What git would commit, ignored files left out. */
  const treeOf = () => (git(root, "add", "-A"), git(root, "write-tree").trim());

  test("the recipe is one that turbo's own schema allows", () => {
    const schema = JSON.parse(readFileSync(join(MODULES, "turbo/schema.json"), "utf8")) as object;
    const validate = new Ajv({ strict: false, logger: false }).compile(schema);
    expect(validate(JSON.parse(recipe("turbo.json"))), JSON.stringify(validate.errors)).toBe(true);
  });

  test("session-patch plans all apps, two at a time, and writes only what git ignores", () => {
    const { code, output, tasks } = turbo("session-patch");
    expect(code, output).toBe(0);
    expect(tasks.map(({ cache }) => cache.status)).toEqual(apps.map(() => "MISS"));
    expect(mostAtOnce(tasks)).toBeGreaterThan(1);
    expect(git(root, "status", "--porcelain")).toBe("");
  });

  test("a second run is all cache hits, and brings the same patches and documents back", () => {
    const made = apps.flatMap((app) => ["session.patch", "session.json"].map((name) => join(root, app, name)));
    const before = made.map((file) => readFileSync(file, "utf8"));
    for (const file of made) rmSync(file);
    const { code, tasks } = turbo("session-patch");
    expect(code).toBe(0);
    expect(tasks.map(({ cache }) => cache.status)).toEqual(apps.map(() => "HIT"));
    expect(made.map((file) => readFileSync(file, "utf8"))).toEqual(before);
  });

  test("what a run reads makes its answer stale, for the apps that it concerns and no other", () => {
    expect(stale("session-patch")).toEqual([]);
    const staleAfter = (path: string, change: (content: string) => string) => {
      const before = files[path];
      writeFileSync(join(root, path), change(before ?? ""));
      const found = stale("session-patch");
      if (before === undefined) rmSync(join(root, path));
      else writeFileSync(join(root, path), before);
      return found;
    };
    const append = (text: string) => (content: string) => content + text;
    expect(staleAfter("apps/app-03/lib/more.ts", append("export {};\n"))).toEqual(["app-03"]);
    expect(staleAfter("apps/app-04/.env.local", append("MORE=1\n")), "an env file that git ignores").toEqual(["app-04"]);
    expect(staleAfter("packages/auth/index.ts", append("// more\n")), "a package").toEqual([nameOf(appWithPackage)]);
    for (const path of [".prettierrc", ".editorconfig", "tsconfig.base.json", ".gitignore", "package.json"])
      expect(staleAfter(path, append("\n")), path).toHaveLength(apps.length);
    expect(
      staleAfter("package-lock.json", () => lockfile(files, "999.0.0")),
      "another version of the tool",
    ).toHaveLength(apps.length);
    expect(stale("session-patch")).toEqual([]);
  });

  test("the patches, applied, are what one run over the whole repository makes", () => {
    const { status, stderr } = spawnSync("sh", ["-eu", "-c", recipe("apply.sh")], { cwd: root, encoding: "utf8" });
    expect(status, stderr).toBe(0);
    expect(brokenInvariants(atOnce, discover({ cwd: root, paths: [] }).workspace)).toEqual([]);
    const changed = git(root, "ls-files", "-z", "-m", "-o", "--exclude-standard").split("\0").filter(Boolean);
    const expected = [...atOnce.changes].filter(({ path }) => !path.endsWith(".env.local"));
    expect(changed.sort()).toEqual(expected.map(({ path }) => path));
    for (const { path, after } of expected) expect(readFileSync(join(root, path), "utf8"), path).toBe(after);
    for (const app of apps) expect(changed.filter((path) => path.startsWith(`${app}/`)).length, app).toBeGreaterThan(2);
    const who = changed.find((path) => path.startsWith(appWithPackage) && path.endsWith("lib/who.ts"))!;
    expect(readFileSync(join(root, who), "utf8")).toMatch(/import \{ authOptions(?: as \w+)? \} from ["']@rooms\/auth["']/);
  });

  test("session-check passes everywhere; then an app that fails is the only one to fail, and the others are cache hits", () => {
    const migrated = treeOf();
    git(root, "commit", "-qm", "migrated");
    const { code, output, tasks } = turbo("session-check");
    expect(code, output).toBe(0);
    expect(tasks).toHaveLength(apps.length);

    writeFileSync(join(root, "apps/app-05/lib/broken.ts"), 'import { getServerSession } from "next-auth";\nexport const = ;\n');
    git(root, "checkout", "-q", "HEAD~1", "--", "apps/app-11");
    const again = turbo("session-check", "--continue");
    expect(again.code).toBe(2);
    const failed = again.tasks.filter(({ execution }) => execution?.exitCode !== 0);
    expect(failed.map((task) => [task.package, task.execution?.exitCode])).toEqual([
      ["app-05", 2],
      ["app-11", 1],
    ]);
    expect(again.output).toMatch(/app-05:session-check:.*lib\/broken\.ts:2:14/);
    const hits = again.tasks.filter(({ cache }) => cache.status === "HIT");
    expect(namesOf(hits)).toEqual(apps.map(nameOf).filter((name) => name !== "app-05" && name !== "app-11"));

    git(root, "reset", "-q", "--hard");
    git(root, "clean", "-qfd");
    expect(treeOf()).toBe(migrated);
    const { tasks: repaired, code: fine } = turbo("session-check");
    expect(fine).toBe(0);
    expect(
      repaired.map(({ cache }) => cache.status),
      "the first answers still hold",
    ).toEqual(apps.map(() => "HIT"));
  });

  test("session-fix writes in two apps of one repository at a time, and each app is undone on its own", () => {
    const migrated = git(root, "rev-parse", "HEAD^{tree}").trim();
    git(root, "reset", "-q", "--hard", "HEAD~1");
    const before = treeOf();
    const { code, output, tasks } = turbo("session-fix");
    expect(code, output).toBe(0);
    expect(mostAtOnce(tasks)).toBeGreaterThan(1);
    expect(treeOf()).toBe(migrated);
    expect(readdirSync(join(root, ".git/next-auth-codemod")).filter((name) => name.endsWith(".json"))).toHaveLength(apps.length);

    expect(undo(join(root, "apps/app-07"))).toMatchObject({ root: join(root, "apps/app-07"), more: 0 });
    treeOf();
    expect(git(root, "diff", "--cached", "--name-only", "HEAD", "--", "apps/app-07")).toBe("");
    expect(git(root, "diff", "--cached", "--name-only", "HEAD", "--", "apps/app-08")).not.toBe("");
    for (let left = apps.length - 2; left >= 0; left--) expect(undo(root)?.more).toBe(left);
    expect(treeOf()).toBe(before);
  });
});

/** The tasks of a summary that have a command, by app. */
function tasksOf(summary: string): TurboTask[] {
  const { tasks } = JSON.parse(summary) as { tasks: TurboTask[] };
  return tasks.filter(({ command }) => command !== "<NONEXISTENT>").sort((a, b) => (a.package < b.package ? -1 : 1));
}

function namesOf(tasks: readonly TurboTask[]): string[] {
  return tasks.map((task) => task.package);
}

/** How many tasks were under way at the busiest moment. */
function mostAtOnce(tasks: readonly TurboTask[]): number {
  const spans = tasks.map(({ execution }) => execution!);
  return Math.max(
    ...spans.map(({ startTime }) => spans.filter((other) => other.startTime <= startTime && startTime < other.endTime).length),
  );
}
