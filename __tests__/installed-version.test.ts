import { expect, test } from "vitest";
import { discover } from "../lib/discover.ts";
import { installedVersion } from "../lib/next-auth/installed-version.ts";
import { Project } from "../lib/project/project.ts";
import { inTemporaryFolder } from "./support/fixture.ts";

const app = [
  ["package.json", `{ "dependencies": { "next": "^15.0.0", "next-auth": "^4.22.0" } }`],
  ["app/page.tsx", ""],
] as const;

test.each([
  [
    "an npm lockfile",
    "package-lock.json",
    `{ "packages": { "node_modules/next-auth": {\n "version": "4.24.7" }, "node_modules/next": { "version": "15.1.0" } } }`,
  ],
  [
    "a pnpm lockfile, version 9",
    "pnpm-lock.yaml",
    `packages:\n\n  next-auth@4.24.7:\n    resolution: {}\n\nsnapshots:\n\n  next-auth@4.24.7(next@15.1.0(react@19.0.0))(react@19.0.0):\n`,
  ],
  ["a pnpm lockfile, version 6", "pnpm-lock.yaml", `packages:\n\n  /next-auth@4.24.7(next@15.1.0):\n    resolution: {}\n`],
  ["a pnpm lockfile, version 5", "pnpm-lock.yaml", `packages:\n\n  /next-auth/4.24.7_next@15.1.0:\n    resolution: {}\n`],
  ["a yarn 1 lockfile", "yarn.lock", `next-auth@^4.22.0:\n  version "4.24.7"\n  resolved "x"\n`],
  ["a yarn 4 lockfile", "yarn.lock", `"next-auth@npm:^4.22.0":\n  version: 4.24.7\n  resolution: "x"\n`],
  ["a bun lockfile", "bun.lock", `{ "packages": { "next-auth": ["next-auth@4.24.7", "", {}], } }`],
  ["what is installed", "node_modules/next-auth/package.json", `{ "name": "next-auth", "version": "4.24.7" }`],
])("is read from %s", async (_, path, content) => {
  await inTemporaryFolder(new Map([...app, [path, content]]), async (folder) => {
    const { apps, workspace } = discover({ cwd: folder, paths: [] });
    expect(installedVersion(new Project(apps[0]!, workspace, {}), "next-auth")?.version).toBe("4.24.7");
  });
});

test.each([
  [
    "npm",
    "package-lock.json",
    `{ "packages": { "node_modules/next-auth": { "version": "4.22.1" }, "apps/web/node_modules/next-auth": { "version": "4.24.7" } } }`,
  ],
  [
    "pnpm",
    "pnpm-lock.yaml",
    `importers:\n\n  apps/shop:\n    dependencies:\n      next-auth:\n        specifier: ^4.22.0\n        version: 4.22.1(next@15.1.0)\n\n  apps/web:\n    dependencies:\n      next:\n        specifier: ^15.0.0\n        version: 15.1.0\n      next-auth:\n        specifier: 'catalog:'\n        version: 4.24.7(next@15.1.0)\n\npackages:\n\n  next-auth@4.22.1:\n    resolution: {}\n`,
  ],
  ["yarn", "yarn.lock", `next-auth@4.22.1:\n  version "4.22.1"\n\nnext-auth@^4.24.0, next-auth@^4.24.5:\n  version "4.24.7"\n`],
  ["bun", "bun.lock", `{ "packages": { "next-auth": ["next-auth@4.22.1", "", {}], "web/next-auth": ["next-auth@4.24.7", "", {}] } }`],
])("of an app in a monorepo is its own, with %s", async (_, path, content) => {
  const web = `{ "name": "web", "dependencies": { "next": "^15.0.0", "next-auth": "^4.24.0" } }`;
  const tree = new Map([
    ["package.json", `{ "workspaces": ["apps/*"] }`],
    ["apps/web/package.json", web],
    ["apps/web/app/page.tsx", ""],
    [path, content],
  ]);
  await inTemporaryFolder(tree, async (folder) => {
    const { apps, workspace } = discover({ cwd: folder, paths: [] });
    expect(installedVersion(new Project(apps[0]!, workspace, {}), "next-auth")?.version).toBe("4.24.7");
  });
});

test("is the lowest that the range allows where nothing is locked, and unknown where nothing names it", async () => {
  await inTemporaryFolder(new Map(app), async (folder) => {
    const { apps, workspace } = discover({ cwd: folder, paths: [] });
    const project = new Project(apps[0]!, workspace, {});
    expect(installedVersion(project, "next-auth")?.version).toBe("4.22.0");
    expect(installedVersion(project, "react")).toBeUndefined();
  });
});
