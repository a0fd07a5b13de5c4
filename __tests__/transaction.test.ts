import { execFile, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { apply } from "../lib/changes/apply.ts";
import { ChangeSet } from "../lib/changes/change-set.ts";
import { nodeFileSystem, type FileSystem } from "../lib/changes/file-system.ts";
import { recover, undo, wasInterrupted } from "../lib/changes/undo.ts";
import { UsageError } from "../lib/errors.ts";
import { canFail, faultyFileSystem, type Fault } from "./support/faults.ts";
import { commitAll, git } from "./support/project.ts";
import { scratch } from "./support/scratch.ts";
import { isSoak, shuffledNumbers, timeOf } from "./support/soak.ts";
import { changesOfThirtyFiles, layThirtyFiles, snapshot } from "./support/thirty-files.ts";

const run = promisify(execFile);
const KILLED_RUN = join(import.meta.dirname, "support/killed-run.ts");

/** A change set of one file. */
function changeOf(path: string, before: string | undefined, after: string): ChangeSet {
  const changes = new ChangeSet();
  changes.lay(path, before, { transform: "test", spans: [], reasons: [], after });
  return changes;
}

/** The tree before and after the run, and every call that the run makes. */
function rehearse(root: string) {
  layThirtyFiles(root);
  const before = snapshot(root);
  const applying = faultyFileSystem();
  apply(root, changesOfThirtyFiles(), applying.fs);
  const after = snapshot(root);
  const undoing = faultyFileSystem();
  undo(root, undoing.fs);
  expect(snapshot(root)).toEqual(before);
  return { before, after, applyCalls: applying.calls, undoCalls: undoing.calls };
}

function faultsOf(calls: readonly string[]): Fault[] {
  const every = (n: number) => (isSoak ? 1 : n);
  const at = (kind: Fault["kind"], code: Fault["code"], step: number) =>
    calls.flatMap((call, at) => (at % step === 0 && canFail(call, code) ? [{ at, kind, code }] : []));
  return [
    ...at("dies", "EIO", 1),
    ...at("fails", "EIO", every(2)),
    ...at("failed-late", "EIO", every(5)),
    ...at("fails", "ENOSPC", every(3)),
    ...at("full", "ENOSPC", every(3)),
    ...at("fails", "EACCES", every(5)),
  ];
}

function attempt(work: () => void): unknown {
  try {
    work();
    return undefined;
  } catch (error) {
    return error;
  }
}

const leftovers = (root: string) => Object.keys(snapshot(root)).filter((path) => path.endsWith(".tmp"));

describe("a failure at every call of the file system", () => {
  test("leaves the tree as before, as after, or recoverable by one command: apply", { timeout: 600_000 }, () => {
    const root = scratch();
    const { before, after, applyCalls } = rehearse(root);
    const faults = faultsOf(applyCalls);
    const outcomes = { before: 0, after: 0, recovered: 0 };
    for (const fault of faults) {
      const named = `${fault.kind} ${fault.code} at ${fault.at} ${applyCalls[fault.at]}`;
      const error = attempt(() => apply(root, changesOfThirtyFiles(), faultyFileSystem(fault).fs));
      if (error !== undefined && fault.kind !== "dies") expect(error, named).toBeInstanceOf(UsageError);
      const now = snapshot(root);
      const isAfter = JSON.stringify(now) === JSON.stringify(after);
      const isBefore = JSON.stringify(now) === JSON.stringify(before);
      if (error === undefined) expect(isAfter, named).toBe(true);
      if (error instanceof UsageError && /^(?:Nothing was written|Everything is as it was)/.test(error.hint))
        expect(isBefore, named).toBe(true);
      if (!isBefore && !isAfter) expect(wasInterrupted(root), named).toBe(true);
      outcomes[isBefore ? "before" : isAfter ? "after" : "recovered"]++;
      undo(root);
      expect(snapshot(root), named).toEqual(before);
    }
    process.stdout.write(`${faults.length} failures of a run of ${applyCalls.length} calls: ${JSON.stringify(outcomes)}\n`);
    expect(faults.length).toBeGreaterThan(200);
  });

  test("leaves the tree as before, as after, or recoverable by one command: undo", { timeout: 600_000 }, () => {
    const root = scratch();
    const { before, after, undoCalls } = rehearse(root);
    for (const fault of faultsOf(undoCalls).filter((_, i) => isSoak || i % 5 === 0)) {
      const named = `${fault.kind} ${fault.code} at ${fault.at} ${undoCalls[fault.at]}`;
      apply(root, changesOfThirtyFiles());
      const error = attempt(() => undo(root, faultyFileSystem(fault).fs));
      if (error !== undefined && fault.kind !== "dies") expect(error, named).toBeInstanceOf(UsageError);
      const now = JSON.stringify(snapshot(root));
      if (now !== JSON.stringify(before) && now !== JSON.stringify(after)) expect(wasInterrupted(root), named).toBe(true);
      undo(root);
      expect(snapshot(root), named).toEqual(before);
      expect(undo(root), named).toBeUndefined();
    }
  });
});

describe("SIGKILL", () => {
  test.each(["apply", "undo"])("on the way of %s leaves what one command repairs", { timeout: 3_600_000 }, async (command) => {
    const root = scratch();
    const { before, after, applyCalls, undoCalls } = rehearse(root);
    const calls = command === "apply" ? applyCalls : undoCalls;
    // In a soak each call in an order that only the seed decides, for as long as there is time.
    const step = isSoak ? 1 : 23;
    const end = performance.now() + timeOf(0.4);
    const places = isSoak ? shuffledNumbers(calls.length) : shuffledNumbers(calls.length).filter((at) => at % step === 0);
    let [tried, killed] = [0, 0];
    for (const at of places) {
      if (isSoak && performance.now() > end) break;
      tried++;
      if (command === "undo") apply(root, changesOfThirtyFiles());
      const { signal } = await run(process.execPath, ["--import", "tsx", KILLED_RUN, command, root, String(at)], {
        cwd: join(import.meta.dirname, ".."),
      }).then(
        () => ({ signal: undefined }),
        (error: { signal?: string }) => error,
      );
      if (signal === "SIGKILL") killed++;
      const now = JSON.stringify(snapshot(root));
      if (now !== JSON.stringify(before) && now !== JSON.stringify(after)) expect(wasInterrupted(root), `${at} ${calls[at]}`).toBe(true);
      if (at % 2 === 0) recover(root);
      undo(root);
      expect(snapshot(root), `${at} ${calls[at]}`).toEqual(before);
      expect(wasInterrupted(root)).toBe(false);
    }
    process.stdout.write(`${killed} processes killed at ${tried} of ${calls.length} calls of ${command}\n`);
    // A run of its own finds fewer records of other tests to look at.
    expect(killed).toBeGreaterThan(0.9 * tried - 2);
  });

  test("the next run takes up what an interrupted one left", () => {
    const root = scratch();
    const { after, applyCalls } = rehearse(root);
    const at = applyCalls.lastIndexOf("renameSync") - 20;
    expect(attempt(() => apply(root, changesOfThirtyFiles(), faultyFileSystem({ at, kind: "dies", code: "EIO" }).fs))).toBeDefined();
    expect(wasInterrupted(root)).toBe(true);
    apply(root, changesOfThirtyFiles());
    expect(snapshot(root)).toEqual(after);
    expect(wasInterrupted(root)).toBe(false);
  });
});

/** Another process that has begun to write in a folder. */
async function holdLock(root: string): Promise<ChildProcess> {
  const lib = join(import.meta.dirname, "../lib/changes");
  const script = `import { lock } from ${JSON.stringify(join(lib, "lock.ts"))}; import * as fs from "node:fs"; import { recordFolders } from ${JSON.stringify(join(lib, "record-folders.ts"))}; const [{ folder }] = recordFolders(${JSON.stringify(root)}); fs.mkdirSync(folder, { recursive: true }); lock(fs, folder, ${JSON.stringify(root)}); process.stdout.write("locked"); setInterval(() => {}, 1000);`;
  const holder = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
    cwd: join(import.meta.dirname, ".."),
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(holder.stdout, "data");
  return holder;
}

describe("two runs at once", () => {
  test("of many that want to write the same, one does, and the others say why they don't", { timeout: 120_000 }, async () => {
    const root = scratch();
    const { after } = rehearse(root);
    const runs = await Promise.allSettled(
      Array.from({ length: 5 }, () =>
        run(process.execPath, ["--import", "tsx", KILLED_RUN, "apply", root, "-1"], { cwd: join(import.meta.dirname, "..") }),
      ),
    );
    expect(snapshot(root)).toEqual(after);
    expect(runs.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const one of runs)
      if (one.status === "rejected") expect(String(one.reason)).toMatch(/UsageError.*(?:is writing in|has changed since|is there already)/);
  });

  test("a process that has died leaves no lock behind", { timeout: 60_000 }, async () => {
    const root = scratch({ "a.ts": "1" });
    const holder = await holdLock(root);
    expect(() => apply(root, changeOf("a.ts", "1", "2"))).toThrow(`Another run (process ${holder.pid}) is writing in ${root}.`);
    holder.kill("SIGKILL");
    await once(holder, "exit");
    apply(root, changeOf("a.ts", "1", "2"));
    expect(snapshot(root)).toEqual({ "a.ts": "644 2" });
  });
});

describe("two runs at once in one repository", () => {
  const monorepo = () => {
    const root = scratch({ "apps/docs/a.ts": "1", "apps/web/b.ts": "1" });
    commitAll(root);
    return root;
  };

  test("one that is at work has not been interrupted", { timeout: 60_000 }, async () => {
    const root = monorepo();
    const folder = join(root, ".git/next-auth-codemod");
    apply(join(root, "apps/web"), changeOf("b.ts", "1", "2"));
    const [record] = readdirSync(folder);
    renameSync(join(folder, record!), join(folder, record!.replace(".json", ".pending.json")));
    const holder = await holdLock(join(root, "apps/web"));
    expect(wasInterrupted(root)).toBe(false);
    holder.kill("SIGKILL");
    await once(holder, "exit");
    expect(wasInterrupted(root)).toBe(true);
    expect(recover(root)?.restored).toEqual(["b.ts"]);
  });

  test("on two of its folders: neither waits for the other, and each can be undone", { timeout: 60_000 }, async () => {
    const root = monorepo();
    const holder = await holdLock(join(root, "apps/docs"));
    try {
      apply(join(root, "apps/web"), changeOf("b.ts", "1", "2"));
      expect(() => apply(root, changeOf("apps/docs/a.ts", "1", "2"))).toThrow(`is writing in ${join(root, "apps/docs")}.`);
    } finally {
      holder.kill("SIGKILL");
      await once(holder, "exit");
    }
    apply(join(root, "apps/docs"), changeOf("a.ts", "1", "2"));
    expect(undo(join(root, "apps/web"))?.restored).toEqual(["b.ts"]);
    expect(undo(join(root, "apps/docs"))?.restored).toEqual(["a.ts"]);
    expect(git(root, "status", "--porcelain")).toBe("");
  });
});

describe("refuses before anything is written", () => {
  const cases: [name: string, spoil: (root: string) => void, message: RegExp][] = [
    [
      "a file that changed since it was read",
      (root) => writeFileSync(join(root, "file-11.js"), "mine"),
      /^file-11\.js has changed since it was read/,
    ],
    ["a file that is gone", (root) => rmSync(join(root, "file-11.js")), /^file-11\.js has changed since it was read/],
    ["a new path that is taken", (root) => writeFileSync(join(root, "src/app/new-3.ts"), "mine"), /^src\/app\/new-3\.ts is there already/],
    ["a new path that is a folder", (root) => mkdirSync(join(root, "src/app/new-3.ts")), /new-3\.ts is not a file/],
    ["a file where a folder should be", (root) => writeFileSync(join(root, "src/added"), "mine"), /src\/added is not a folder/],
    [
      "a link in a file's place",
      (root) => (renameSync(join(root, "file-11.js"), join(root, "elsewhere.js")), symlinkSync("elsewhere.js", join(root, "file-11.js"))),
      /^file-11\.js is a symbolic link/,
    ],
    [
      "a folder that is a link",
      (root) => (renameSync(join(root, "src/app"), join(root, "apps")), symlinkSync("../apps", join(root, "src/app"))),
      /^src\/app is a symbolic link/,
    ],
    [
      "a new path that is a link to nowhere",
      (root) => symlinkSync("../../nowhere", join(root, "src/app/new-3.ts")),
      /new-3\.ts is a symbolic link/,
    ],
    ["a read-only file", (root) => chmodSync(join(root, "file-11.js"), 0o444), /^file-11\.js is read-only/],
  ];

  test.each(cases)("%s", (_, spoil, message) => {
    const root = scratch();
    layThirtyFiles(root);
    spoil(root);
    const before = snapshotOfAll(root);
    const error = attempt(() => apply(root, changesOfThirtyFiles()));
    expect(error).toBeInstanceOf(UsageError);
    expect((error as UsageError).message).toMatch(message);
    expect((error as UsageError).hint).toMatch(/^Nothing was written/);
    expect(snapshotOfAll(root)).toEqual(before);
    expect(undo(root)).toBeUndefined();
  });

  test("a folder that may not be written to", () => {
    const root = scratch();
    layThirtyFiles(root);
    const fs: FileSystem = {
      ...nodeFileSystem,
      accessSync: (path) => {
        if (String(path).endsWith("/src/app"))
          throw Object.assign(new Error("EACCES: permission denied"), { code: "EACCES", syscall: "access" });
      },
    };
    expect(() => apply(root, changesOfThirtyFiles(), fs)).toThrow("The folder of src/app/new-0.ts is not writable.");
  });

  test("two new names that a case-insensitive file system takes for one", () => {
    const root = scratch({ "lib/x.ts": "" });
    const changes = changeOf("lib/auth.ts", undefined, "1");
    changes.lay("lib/Auth.ts", undefined, { transform: "test", spans: [], reasons: [], after: "2" });
    expect(() => apply(root, changes)).toThrow("lib/Auth.ts and lib/auth.ts are the same file on some systems.");
    expect(snapshot(root)).toEqual({ lib: "folder", "lib/x.ts": "644 " });
  });

  test("a new name that a case-insensitive file system has in another case", () => {
    const root = scratch({ "lib/Auth.ts": "theirs" });
    expect(() => apply(root, changeOf("lib/auth.ts", undefined, "1"), caseInsensitive())).toThrow(
      "lib/auth.ts is there already, as Auth.ts.",
    );
    expect(snapshot(root)).toEqual({ lib: "folder", "lib/Auth.ts": "644 theirs" });
  });
});

/** Looks names up as macOS and Windows do. */
function caseInsensitive(): FileSystem {
  const onDisk = (path: string): string => {
    const name = basename(path).toLowerCase();
    const found = attemptNames(dirname(path)).find((one) => one.toLowerCase() === name);
    return found === undefined ? path : join(dirname(path), found);
  };
  return {
    ...nodeFileSystem,
    lstatSync: ((path: string) => nodeFileSystem.lstatSync(onDisk(path))) as FileSystem["lstatSync"],
    readFileSync: ((path: string, ...rest: never[]) => nodeFileSystem.readFileSync(onDisk(path), ...rest)) as FileSystem["readFileSync"],
  };
}

function attemptNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** As `snapshot`, links by where they lead. */
function snapshotOfAll(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .map((entry) => `${join(entry.parentPath, entry.name)} ${entry.isSymbolicLink()}`)
    .sort();
}

describe("the record of a run", () => {
  const records = (folder: string) => attemptNames(join(folder, "next-auth-codemod")).filter((name) => name.endsWith(".json"));

  test("lies in the git directory, readable to its owner only, and never in the tree", () => {
    const root = scratch({ "a.ts": "1" });
    commitAll(root);
    apply(root, changeOf("a.ts", "1", "2"));
    expect(records(join(root, ".git"))).toHaveLength(1);
    expect(git(root, "status", "--porcelain")).toBe(" M a.ts\n");
    const name = records(join(root, ".git"))[0]!;
    expect(snapshot(join(root, ".git"))[`next-auth-codemod/${name}`]).toMatch(/^600 /);
    undo(root);
    expect(git(root, "status", "--porcelain")).toBe("");
    expect(records(join(root, ".git"))).toHaveLength(0);
  });

  test("lies in a worktree's own git directory", () => {
    const root = scratch({ "main/a.ts": "1" });
    commitAll(join(root, "main"));
    git(join(root, "main"), "worktree", "add", "-q", "../tree");
    apply(join(root, "tree"), changeOf("a.ts", "1", "2"));
    expect(records(join(root, "main/.git/worktrees/tree"))).toHaveLength(1);
    expect(undo(join(root, "main"))).toBeUndefined();
    expect(undo(join(root, "tree"))?.restored).toEqual(["a.ts"]);
  });

  test("lies in a submodule's own git directory", () => {
    const root = scratch({ "module/a.ts": "1", "main/b.ts": "1" });
    commitAll(join(root, "module"));
    commitAll(join(root, "main"));
    git(join(root, "main"), "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", join(root, "module"), "module");
    apply(join(root, "main/module"), changeOf("a.ts", "1", "2"));
    expect(records(join(root, "main/.git/modules/module"))).toHaveLength(1);
    expect(undo(join(root, "main/module"))?.restored).toEqual(["a.ts"]);
  });

  test("is found from a submodule, where the run was one of the whole repository", () => {
    const root = scratch({ "module/a.ts": "1", "main/b.ts": "1" });
    commitAll(join(root, "module"));
    commitAll(join(root, "main"));
    git(join(root, "main"), "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", join(root, "module"), "module");
    apply(join(root, "main"), changeOf("module/a.ts", "1", "2"));
    expect(undo(join(root, "main/module"))?.restored).toEqual(["module/a.ts"]);
  });

  test("lies behind a .git that is a link", () => {
    const root = scratch({ "tree/a.ts": "1" });
    commitAll(join(root, "tree"));
    renameSync(join(root, "tree/.git"), join(root, "elsewhere"));
    symlinkSync("../elsewhere", join(root, "tree/.git"));
    apply(join(root, "tree"), changeOf("a.ts", "1", "2"));
    expect(records(join(root, "elsewhere"))).toHaveLength(1);
    expect(undo(join(root, "tree"))?.restored).toEqual(["a.ts"]);
  });

  test("is kept for a project in a folder that git ignores", () => {
    const root = scratch({ ".gitignore": "/play\n", "play/app/a.ts": "1" });
    commitAll(root);
    apply(join(root, "play/app"), changeOf("a.ts", "1", "2"));
    expect(undo(join(root, "play/app"))?.restored).toEqual(["a.ts"]);
  });

  test("goes to the user's cache folder where there is no git, or its directory cannot be written to", () => {
    const root = scratch({ "a.ts": "1", "cache/x": "" });
    const cache = process.env.XDG_CACHE_HOME;
    process.env.XDG_CACHE_HOME = join(root, "cache");
    try {
      apply(root, changeOf("a.ts", "1", "2"));
      expect(records(join(root, "cache"))).toHaveLength(1);
      undo(root);
      commitAll(root);
      const fs: FileSystem = {
        ...nodeFileSystem,
        mkdirSync: ((path: string, options: object) => {
          if (path.includes(".git")) throw Object.assign(new Error("EROFS: read-only file system"), { code: "EROFS", syscall: "mkdir" });
          return nodeFileSystem.mkdirSync(path, options);
        }) as FileSystem["mkdirSync"],
      };
      apply(root, changeOf("a.ts", "1", "2"), fs);
      expect(records(join(root, "cache"))).toHaveLength(1);
      expect(undo(root)?.restored).toEqual(["a.ts"]);
      process.env.XDG_CACHE_HOME = join(root, "a.ts");
      expect(() => apply(root, changeOf("a.ts", "1", "2"), fs)).toThrow("There is no place to record the change");
    } finally {
      process.env.XDG_CACHE_HOME = cache;
    }
  });

  test("is not taken from a git directory that speaks of other trees than its own", () => {
    const root = scratch({ "theirs/a.ts": "1", "ours/b.ts": "1" });
    for (const one of ["theirs", "ours"]) commitAll(join(root, one));
    apply(join(root, "ours"), changeOf("b.ts", "1", "2"));
    renameSync(join(root, "ours/.git/next-auth-codemod"), join(root, "theirs/.git/next-auth-codemod"));
    expect(undo(root)).toBeUndefined();
    expect(undo(join(root, "theirs"))).toBeUndefined();
  });
});

test("nothing of a run stays beside the files", () => {
  const root = scratch();
  const { after } = rehearse(root);
  apply(root, changesOfThirtyFiles());
  expect(leftovers(root)).toEqual([]);
  expect(snapshot(root)).toEqual(after);
});
