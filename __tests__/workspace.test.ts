import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { discover } from "../lib/discover.ts";
import { findApps } from "../lib/workspace/app.ts";
import { listFiles } from "../lib/workspace/list-files.ts";
import { Workspace } from "../lib/workspace/workspace.ts";
import { inTemporaryFolder } from "./support/fixture.ts";

const nextApp = `{ "dependencies": { "next": "15.0.0", "next-auth": "^4.24.0" } }`;

test("lists files as git would: ignored ones, links and node_modules left out", async () => {
  const tree = new Map([
    [".gitignore", "*.log\n/build\nsecret/*\n!secret/kept.ts\n"],
    ["a.ts", ""],
    ["a.log", ""],
    ["build/b.ts", ""],
    ["src/build/c.ts", ""],
    ["secret/d.ts", ""],
    ["secret/kept.ts", ""],
    ["sub/.gitignore", "!e.log\nf.ts\n"],
    ["sub/e.log", ""],
    ["sub/f.ts", ""],
    ["node_modules/x/index.js", ""],
  ]);
  await inTemporaryFolder(tree, async (folder) => {
    symlinkSync(join(folder, "a.ts"), join(folder, "link.ts"));
    symlinkSync(join(folder, "src"), join(folder, "linked"));
    expect(listFiles(folder, "")).toEqual([".gitignore", "a.ts", "secret/kept.ts", "src/build/c.ts", "sub/.gitignore", "sub/e.log"]);
  });
});

test("a .gitignore above the folder, up to the git root, counts", async () => {
  await inTemporaryFolder(
    new Map([
      [".gitignore", "generated/\n"],
      ["app/a.ts", ""],
      ["app/generated/b.ts", ""],
    ]),
    async (folder) => {
      mkdirSync(join(folder, ".git"));
      expect(listFiles(folder, "app")).toEqual(["app/a.ts"]);
    },
  );
});

test("a folder that git ignores is listed where it is the one that was named", async () => {
  const tree = new Map([
    [".gitignore", "/play\n*.log\n"],
    ["play/app/a.ts", ""],
    ["play/app/b/c.ts", ""],
  ]);
  await inTemporaryFolder(tree, async (folder) => {
    mkdirSync(join(folder, ".git"));
    expect(listFiles(folder, "")).toEqual([".gitignore"]);
    expect(listFiles(folder, "play/app")).toEqual(["play/app/a.ts", "play/app/b/c.ts"]);
  });
});

test("finds every app of a monorepo, each with its own files", async () => {
  const tree = new Map([
    ["package.json", `{ "workspaces": ["apps/*"], "devDependencies": { "next": "15" } }`],
    ["apps/web/package.json", nextApp],
    ["apps/web/src/app/page.tsx", ""],
    ["apps/web/docs/package.json", nextApp],
    ["apps/web/docs/pages/index.js", ""],
    ["apps/plain/package.json", "{}"],
    ["apps/plain/next.config.mjs", ""],
    ["apps/plain/app/page.tsx", ""],
    ["packages/ui/package.json", `{ "peerDependencies": { "next": "*" } }`],
    ["packages/ui/button.tsx", ""],
  ]);
  await inTemporaryFolder(tree, async (folder) => {
    const apps = findApps(Workspace.open(folder), "");
    expect(apps.map(({ dir, appDir, pagesDir }) => [dir, appDir, pagesDir])).toEqual([
      ["apps/plain", "apps/plain/app", undefined],
      ["apps/web", "apps/web/src/app", undefined],
      ["apps/web/docs", undefined, "apps/web/docs/pages"],
    ]);
    expect(apps[1]!.files).toEqual(["apps/web/package.json", "apps/web/src/app/page.tsx"]);
  });
});

test("a file or folder inside an app means that app, and selects only itself", async () => {
  await inTemporaryFolder(
    new Map([
      ["package.json", nextApp],
      ["app/page.tsx", ""],
      ["app/[id]/page.tsx", ""],
    ]),
    async (folder) => {
      const { apps, base, isSelected } = discover({ cwd: folder, paths: ["app/[id]"] });
      expect(apps.map(({ dir }) => dir)).toEqual([""]);
      expect(base).toBe(folder);
      expect([isSelected("app/page.tsx"), isSelected("app/[id]/page.tsx")]).toEqual([false, true]);
    },
  );
});

test("a glob means what it matches", async () => {
  const tree = new Map([
    ["apps/one/package.json", nextApp],
    ["apps/one/app/page.tsx", ""],
    ["apps/two/package.json", nextApp],
    ["apps/two/app/page.tsx", ""],
  ]);
  await inTemporaryFolder(tree, async (folder) => {
    expect(discover({ cwd: folder, paths: ["apps/*"] }).apps.map(({ dir }) => dir.split("/").at(-1))).toEqual(["one", "two"]);
    expect(() => discover({ cwd: folder, paths: ["apps/*/nothing"] })).toThrow("is not there");
  });
});

test("text that is not UTF-8, or has a null byte, is no source", async () => {
  await inTemporaryFolder(new Map([["null.ts", "a\0b"]]), async (folder) => {
    writeFileSync(join(folder, "latin1.ts"), Buffer.from([0x61, 0xe9, 0x62]));
    const workspace = Workspace.open(folder);
    expect([workspace.source("null.ts"), workspace.source("latin1.ts")]).toEqual([undefined, undefined]);
  });
});
