import { chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { apply } from "../lib/changes/apply.ts";
import { ChangeSet } from "../lib/changes/change-set.ts";
import { keyOf } from "../lib/changes/record-folders.ts";
import { undo } from "../lib/changes/undo.ts";
import { command, commitAll, git, unwrappedApp } from "./support/project.ts";
import { scratch } from "./support/scratch.ts";
import { changesOfThirtyFiles, layThirtyFiles, snapshot } from "./support/thirty-files.ts";

function write(root: string, files: Record<string, string>): void {
  const changes = new ChangeSet();
  for (const [path, after] of Object.entries(files)) {
    changes.lay(path, readIfThere(join(root, path)), { transform: "test", spans: [], reasons: [], after });
  }
  apply(root, changes);
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

describe.each([
  ["in a git repository", commitAll],
  ["without git", () => undefined],
])("%s", (_, prepare) => {
  test("puts back every byte, mode and folder, once", () => {
    const root = scratch();
    layThirtyFiles(root);
    prepare(root);
    const before = snapshot(root);
    apply(root, changesOfThirtyFiles());
    expect(snapshot(root)).not.toEqual(before);
    const undone = undo(root);
    expect(undone).toMatchObject({ root, wasInterrupted: false });
    expect(undone!.restored).toHaveLength(17);
    expect(undone!.removed).toHaveLength(8);
    const now = snapshot(root);
    for (const path of Object.keys(now)) if (path.startsWith(".git/") || path === ".git") delete now[path];
    for (const path of Object.keys(before)) if (path.startsWith(".git/") || path === ".git") delete before[path];
    expect(now).toEqual(before);
    expect(undo(root)).toBeUndefined();
  });

  test("refuses where files were edited since, names them all, and writes nothing", () => {
    const root = scratch({ "a.ts": "1", "b.ts": "1", "c.ts": "1" });
    prepare(root);
    write(root, { "a.ts": "2", "b.ts": "2", "c.ts": "2", "new/d.ts": "2" });
    writeFileSync(join(root, "b.ts"), "mine");
    writeFileSync(join(root, "new/d.ts"), "mine too");
    const edited = snapshot(root);
    expect(() => undo(root)).toThrow("Edited since the run: b.ts, new/d.ts.");
    expect(snapshot(root)).toEqual(edited);
    writeFileSync(join(root, "b.ts"), "2");
    writeFileSync(join(root, "new/d.ts"), "2");
    expect(undo(root)?.restored).toEqual(["a.ts", "b.ts", "c.ts"]);
  });
});

describe("a file that somebody has touched", () => {
  const cases: [string, (root: string) => void][] = [
    ["deleted", (root) => rmSync(join(root, "src/a.ts"))],
    [
      "replaced by a link",
      (root) => (renameSync(join(root, "src/a.ts"), join(root, "b.ts")), symlinkSync("../b.ts", join(root, "src/a.ts"))),
    ],
    [
      "in a folder that became a link",
      (root) => (renameSync(join(root, "src"), join(root, "source")), symlinkSync("source", join(root, "src"))),
    ],
    ["replaced by a folder", (root) => (rmSync(join(root, "src/a.ts")), mkdirSync(join(root, "src/a.ts")))],
  ];
  test.each(cases)("is refused: %s", (_, touch) => {
    const root = scratch({ "src/a.ts": "1" });
    write(root, { "src/a.ts": "2" });
    touch(root);
    expect(() => undo(root)).toThrow("Edited since the run: src/a.ts.");
  });

  test("is fine where it was put back by hand", () => {
    const root = scratch({ "a.ts": "1", "b.ts": "1" });
    commitAll(root);
    write(root, { "a.ts": "2", "b.ts": "2", "new/c.ts": "2" });
    git(root, "checkout", "--", "a.ts");
    rmSync(join(root, "new"), { recursive: true });
    expect(undo(root)).toMatchObject({ restored: ["b.ts"], removed: [] });
    expect(git(root, "status", "--porcelain")).toBe("");
  });

  test("keeps the run's mode, whatever became of it", () => {
    const root = scratch({ "a.ts": "1" });
    chmodSync(join(root, "a.ts"), 0o755);
    write(root, { "a.ts": "2" });
    expect(snapshot(root)).toEqual({ "a.ts": "755 2" });
    chmodSync(join(root, "a.ts"), 0o600);
    undo(root);
    expect(snapshot(root)).toEqual({ "a.ts": "755 1" });
  });
});

test("a folder of the run that somebody has put a file into stays with it", () => {
  const root = scratch({ "a.ts": "1" });
  write(root, { "new/deep/b.ts": "2" });
  writeFileSync(join(root, "new/mine.ts"), "mine");
  undo(root);
  expect(snapshot(root)).toEqual({ "a.ts": "644 1", new: "folder", "new/mine.ts": "644 mine" });
});

test("works on the dirty tree, staged changes included", () => {
  const root = scratch({ "a.ts": "1", "b.ts": "1" });
  commitAll(root);
  write(root, { "a.ts": "2", "c.ts": "2" });
  git(root, "add", "-A");
  writeFileSync(join(root, "b.ts"), "mine");
  expect(undo(root)).toMatchObject({ restored: ["a.ts"], removed: ["c.ts"] });
  expect(snapshot(root)).toMatchObject({ "a.ts": "644 1", "b.ts": "644 mine" });
});

test("puts back bytes that are not text", () => {
  const root = scratch({ "a.ts": "1" });
  write(root, { "a.ts": "2" });
  // What is recorded are bytes: the run only ever edits text, but undo does not rely on that.
  const name = `\u2028 "$(x)" \n`;
  write(root, { [name]: "1" });
  expect(undo(root)).toMatchObject({ restored: [], removed: [name] });
});

test("only the last run can be undone", () => {
  const root = scratch({ "a.ts": "1" });
  write(root, { "a.ts": "2" });
  write(root, { "a.ts": "3" });
  expect(undo(root)?.restored).toEqual(["a.ts"]);
  expect(readFileSync(join(root, "a.ts"), "utf8")).toBe("2");
  expect(undo(root)).toBeUndefined();
});

test("a run that writes nothing leaves the last one's record alone", () => {
  const root = scratch({ "a.ts": "1" });
  write(root, { "a.ts": "2" });
  apply(root, new ChangeSet());
  expect(undo(root)?.restored).toEqual(["a.ts"]);
});

describe("which run is meant", () => {
  const monorepo = () => {
    const root = scratch({ "apps/web/a.ts": "1", "apps/docs/b.ts": "1" });
    commitAll(root);
    write(root, { "apps/web/a.ts": "2" });
    return root;
  };

  test.each([".", "apps", "apps/web", "apps/web/a.ts"])("from %s", (path) => {
    expect(undo(join(monorepo(), path))?.restored).toEqual(["apps/web/a.ts"]);
  });

  test("not one that changed nothing there", () => {
    const root = monorepo();
    expect(undo(join(root, "apps/docs"))).toBeUndefined();
    expect(undo(root)).toBeDefined();
  });

  test("one below the folder", () => {
    const root = scratch({ "frontend/a.ts": "1" });
    commitAll(root);
    write(join(root, "frontend"), { "a.ts": "2" });
    expect(undo(root)).toMatchObject({ root: join(root, "frontend"), restored: ["a.ts"] });
  });

  test("reached through a link", () => {
    const root = monorepo();
    const elsewhere = scratch();
    symlinkSync(root, join(elsewhere, "link"));
    expect(undo(join(elsewhere, "link/apps"))?.restored).toEqual(["apps/web/a.ts"]);
  });
});

describe("a monorepo whose apps were written to one by one", () => {
  const apps = ["apps/docs", "apps/web"];
  const monorepo = async () => {
    const files = apps.flatMap((app) => [...unwrappedApp].map(([path, content]) => [`${app}/${path}`, content]));
    const root = scratch({ "package.json": '{ "workspaces": ["apps/*"] }', ...(Object.fromEntries(files) as Record<string, string>) });
    commitAll(root);
    for (const app of apps) expect((await command(root, ["wrap-root-layout", app])).code).toBe(0);
    return root;
  };
  const changed = (root: string) => git(root, "diff", "--name-only").trim().split("\n").filter(Boolean);

  test("each app's run is undone on its own", async () => {
    const root = await monorepo();
    expect(changed(root)).toEqual(["apps/docs/app/layout.tsx", "apps/web/app/layout.tsx"]);
    const { stdout } = await command(join(root, "apps/docs"), ["undo"]);
    expect(stdout).toMatch(/^restored {2}app\/layout\.tsx\n[^]*, 2 files put back\.\n$/);
    expect(changed(root)).toEqual(["apps/web/app/layout.tsx"]);
  });

  test("from the root, they are undone one after another, and each time it says so", async () => {
    const root = await monorepo();
    expect((await command(root, ["undo"])).stdout).toMatch(/2 files put back\. 1 more run can be undone here: undo again\.\n$/);
    expect(changed(root)).toEqual(["apps/docs/app/layout.tsx"]);
    expect((await command(root, ["undo"])).stdout).toMatch(/2 files put back\.\n$/);
    expect(git(root, "status", "--porcelain")).toBe("");
  });

  test("those that were interrupted are put back together by the next run that writes", async () => {
    const root = await monorepo();
    const records = join(root, ".git/next-auth-codemod");
    for (const name of readdirSync(records)) renameSync(join(records, name), join(records, name.replace(".json", ".pending.json")));
    const { code, stderr } = await command(root, ["wrap-root-layout"]);
    expect(code).toBe(0);
    expect(stderr.match(/Undone: the interrupted run of .*, 2 files put back\.\n/g)).toHaveLength(2);
    expect(changed(root)).toHaveLength(2);
    expect((await command(root, ["undo"])).stdout).toMatch(/4 files put back\.\n$/);
    expect(git(root, "status", "--porcelain")).toBe("");
  });
});

describe("the command", () => {
  const app = () => {
    const root = scratch(Object.fromEntries(unwrappedApp));
    commitAll(root);
    return root;
  };

  test("puts back, then has nothing to undo", async () => {
    const root = app();
    expect(await command(root, ["undo"])).toEqual({ code: 0, stdout: "", stderr: `Nothing to undo in ${root}.\n` });
    expect((await command(root, ["wrap-root-layout"])).code).toBe(0);
    expect(git(root, "status", "--porcelain")).not.toBe("");
    const { code, stdout } = await command(join(root, "app"), ["undo", ".."]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^restored {2}layout\.tsx\nremoved {3}\.\.\/components\/.*\.tsx\nUndone: the run of .*, 2 files put back\.\n$/);
    expect(git(root, "status", "--porcelain")).toBe("");
    expect((await command(root, ["undo"])).stderr).toMatch(/^Nothing to undo/);
  });

  test("names what was edited since, and writes nothing", async () => {
    const root = app();
    await command(root, ["wrap-root-layout"]);
    writeFileSync(join(root, "app/layout.tsx"), "mine");
    const { code, stderr } = await command(root, ["undo"]);
    expect(code).toBe(2);
    expect(stderr).toContain("Edited since the run: app/layout.tsx.");
    expect(readFileSync(join(root, "app/layout.tsx"), "utf8")).toBe("mine");
  });

  test("has a message for a path that is not there", async () => {
    expect(await command(app(), ["undo", "nowhere"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("nowhere is not there.") as string,
    });
  });

  test("an interrupted run is named by a dry run, and put back by the next one that writes", async () => {
    const root = app();
    await command(root, ["wrap-root-layout"]);
    const records = join(root, ".git/next-auth-codemod");
    const [name] = readdirSync(records);
    renameSync(join(records, name!), join(records, name!.replace(".json", ".pending.json")));
    const dirty = git(root, "status", "--porcelain");
    expect((await command(root, ["all", "--dry"])).stderr).toContain(
      "An earlier run was interrupted while it wrote: next-auth-codemod undo puts back",
    );
    expect(git(root, "status", "--porcelain")).toBe(dirty);
    const again = await command(root, ["wrap-root-layout"]);
    expect(again.stderr).toContain("Undone: the interrupted run of");
    expect(again.code).toBe(0);
    expect(git(root, "status", "--porcelain")).toBe(dirty);
  });
});

test("the cache folder keeps the records of the last twenty projects, and of every run that was interrupted", () => {
  const folder = join(process.env.XDG_CACHE_HOME!, "next-auth-codemod");
  rmSync(folder, { recursive: true, force: true });
  const roots = Array.from({ length: 25 }, () => scratch({ "a.ts": "1" }));
  for (const [i, root] of roots.entries()) {
    write(root, { "a.ts": "2" });
    const [newest] = readdirSync(folder).filter((name) => name === `${keyOf(root)}.json`);
    // The clock of a file system may be too slow to tell them apart.
    utimesSync(join(folder, newest!), i, i);
    if (i === 0) renameSync(join(folder, newest!), join(folder, newest!.replace(/json$/, "pending.json")));
  }
  expect(readdirSync(folder).filter((name) => name.endsWith(".json"))).toHaveLength(21);
  expect(undo(roots[1]!)).toBeUndefined();
  expect(undo(roots[24]!)?.restored).toEqual(["a.ts"]);
  expect(undo(roots[0]!)).toMatchObject({ restored: ["a.ts"], wasInterrupted: true });
});
