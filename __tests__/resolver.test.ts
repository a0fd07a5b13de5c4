import { join } from "node:path";
import { expect, test } from "vitest";
import { Resolver } from "../lib/project/resolver.ts";
import { Workspace } from "../lib/workspace/workspace.ts";
import { inTemporaryFolder } from "./support/fixture.ts";

const files = new Map([
  ["package.json", `{ "workspaces": ["apps/*", "packages/*"] }`],
  ["tsconfig.base.json", `{ "compilerOptions": { "strict": true } }`],
  ["apps/web/tsconfig.json", `{ "extends": "./tsconfig.paths.json", /* a comment */ }`],
  [
    "apps/web/tsconfig.paths.json",
    `{ "extends": "../../tsconfig.base.json", "compilerOptions": { "baseUrl": ".", "paths": { "@/*": ["./src/*"], "~/lib/*": ["./src/lib/*"] } } }`,
  ],
  ["apps/web/src/lib/auth.ts", ""],
  ["apps/web/src/lib/index.ts", ""],
  ["apps/web/src/app/page.tsx", ""],
  ["packages/auth/package.json", `{ "name": "@acme/auth", "exports": { ".": "./src/main.ts", "./options": "./src/options.ts" } }`],
  ["packages/auth/src/main.ts", ""],
  ["packages/auth/src/options.ts", ""],
  ["packages/plain/package.json", `{ "name": "plain" }`],
  ["packages/plain/index.ts", ""],
]);
const page = "apps/web/src/app/page.tsx";

test.each([
  ["../lib/auth", "apps/web/src/lib/auth.ts"],
  ["../lib", "apps/web/src/lib/index.ts"],
  ["../lib/auth.js", "apps/web/src/lib/auth.ts"],
  ["@/lib/auth", "apps/web/src/lib/auth.ts"],
  ["@acme/auth", "packages/auth/src/main.ts"],
  ["@acme/auth/options", "packages/auth/src/options.ts"],
  ["plain", "packages/plain/index.ts"],
  ["@/lib/missing", undefined],
  ["next-auth", undefined],
])("%s leads to %s", async (specifier, path) => {
  await inTemporaryFolder(files, async (folder) => {
    expect(new Resolver(Workspace.open(folder)).resolveFile(specifier, page)).toBe(path);
  });
});

test("tells a package from a file that is missing", async () => {
  await inTemporaryFolder(files, async (folder) => {
    const resolver = new Resolver(Workspace.open(folder));
    expect(resolver.resolve("next-auth/react", page).kind).toBe("package");
    expect(resolver.resolve("@/lib/missing", page).kind).toBe("missing");
    expect(resolver.resolve("./missing", page).kind).toBe("missing");
  });
});

test("names a file by the shortest alias, by its folder neighbour's path, or relatively as asked", async () => {
  await inTemporaryFolder(files, async (folder) => {
    const resolver = new Resolver(Workspace.open(folder));
    expect(resolver.specifierFor("apps/web/src/lib/auth.ts", page)).toBe("@/lib/auth");
    expect(resolver.specifierFor("apps/web/src/lib/auth.ts", "apps/web/src/lib/index.ts")).toBe("./auth");
    expect(resolver.specifierFor("apps/web/src/lib/auth.ts", page, { relative: true })).toBe("../lib/auth");
    expect(resolver.specifierFor("apps/web/next.ts", page)).toBe("../../next");
  });
});

test("finds files that the run would create, and not those it would delete", async () => {
  await inTemporaryFolder(files, async (folder) => {
    const workspace = Workspace.open(folder).with([
      ["apps/web/src/lib/new.ts", "export {};"],
      ["apps/web/src/lib/auth.ts", null],
    ]);
    const resolver = new Resolver(workspace);
    expect(resolver.resolveFile("@/lib/new", page)).toBe("apps/web/src/lib/new.ts");
    expect(resolver.resolveFile("@/lib/auth", page)).toBeUndefined();
  });
});

test("a configuration that extends itself is a problem to report, not a crash", async () => {
  const circular = new Map([
    ["tsconfig.json", `{ "extends": "./tsconfig.json" }`],
    ["a.ts", ""],
  ]);
  await inTemporaryFolder(circular, async (folder) => {
    const { problem, aliases } = new Resolver(Workspace.open(folder)).aliasesFor("");
    expect(aliases).toEqual([]);
    expect(problem?.path).toBe("tsconfig.json");
    expect(problem?.message).not.toContain(join(folder, "node_modules"));
  });
});
