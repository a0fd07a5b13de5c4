import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { Resolver } from "../lib/project/resolver.ts";
import { isWithin } from "../lib/workspace/surroundings.ts";
import { Workspace } from "../lib/workspace/workspace.ts";
import { command, commitAll, unwrappedApp } from "./support/project.ts";
import { layFiles, scratch } from "./support/scratch.ts";
import { filesRead } from "./support/watch-reads.ts";

const consumer = (imports: string) =>
  `"use client";\n\nimport { useSession } from "next-auth/react";\n${imports}\n\nexport function Widget() {\n  const { data: session } = useSession();\n  if (!session) return <p>Sign in</p>;\n  return <p>{session.user?.name}</p>;\n}\n`;

/** A project that points out of itself in every way there is. */
function projectThatPointsOut(): { base: string; root: string } {
  const base = realpathSync(
    scratch({
      "package.json": '{ "prettier": { "semi": false } }',
      "tsconfig.json": '{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }',
      ".prettierrc": '{ "semi": false }',
      ".editorconfig": "root = true\n[*]\nindent_style = tab\n",
      ".gitignore": "*.tsx\n",
      "outside/tsconfig.json": '{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }',
      "outside/config/tsconfig.json": '{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }',
      "outside/config/package.json": '{ "name": "@acme/config", "version": "1.0.0" }',
      "outside/next/package.json": '{ "name": "next", "version": "15.0.0" }',
      "outside/folder/sub/secret.tsx": consumer(""),
      "outside/prettier.json": '{ "semi": false }',
      "outside/env": "NEXTAUTH_SECRET=outside\n",
    }),
  );
  const root = join(base, "project");
  layFiles(root, {
    ...Object.fromEntries(unwrappedApp),
    "tsconfig.json": '{ "extends": ["../outside/tsconfig.json", "@acme/config/tsconfig.json"] }',
    "app/widget.tsx": consumer(
      'import "../../outside/folder/sub/secret";\nimport "./linked/sub/secret";\nimport "@/outside/folder/sub/secret";\nimport "./linked-file";',
    ),
    "app/api/auth/[...nextauth]/route.ts":
      'import NextAuth from "next-auth";\nimport { helper } from "../../../linked/sub/secret";\n\nconst handler = NextAuth({ providers: [], callbacks: helper });\nexport { handler as GET, handler as POST };\n',
  });
  for (const [link, target] of [
    ["app/linked", "outside/folder"],
    ["app/linked-file.tsx", "outside/folder/sub/secret.tsx"],
    ["node_modules/@acme/config", "outside/config"],
    ["node_modules/next", "outside/next"],
    [".prettierrc", "outside/prettier.json"],
    [".env", "outside/env"],
    ["app/.gitignore", ".gitignore"],
  ] as const) {
    mkdirSync(dirname(join(root, link)), { recursive: true });
    symlinkSync(join(base, target), join(root, link));
  }
  return { base, root };
}

describe("nothing outside the project is read", () => {
  test.each([
    ["in a git repository", true],
    ["without one", false],
  ])("%s", { timeout: 120_000 }, async (_, hasGit) => {
    const { base, root } = projectThatPointsOut();
    if (hasGit) commitAll(root);
    const read = await filesRead(async () => {
      for (const args of [["all", "--dry", "-v"], ["doctor"], ["all", "--force"], ["undo"]]) {
        const { stderr } = await command(root, args);
        expect(stderr).not.toContain("not foreseen");
      }
    });
    const inTree = read.filter((path) => isWithin(path, base));
    expect(inTree).toContain(join(root, "app/widget.tsx"));
    const outside = inTree.filter((path) => !isWithin(realpathOf(path), root));
    // Where there is no repository, the folders above are asked whether the project is one of their workspaces.
    expect(outside).toEqual(hasGit ? [] : [join(base, "package.json")]);
  });
});

function realpathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

describe("what lies in the repository beside the project is read", () => {
  const files = {
    ".git/HEAD": "",
    "tsconfig.base.json": '{ "compilerOptions": { "baseUrl": ".", "paths": { "~/*": ["./web/src/*"] } } }',
    "web/package.json": '{ "dependencies": { "next": "14.2.0", "next-auth": "4.24.7", "config": "1.0.0" } }',
    "web/tsconfig.json": '{ "extends": "../tsconfig.base" }',
    "web/node_modules/.pnpm/config@1.0.0/package.json": '{ "tsconfig": "strict.json" }',
    "web/node_modules/.pnpm/config@1.0.0/strict.json": '{ "compilerOptions": { "paths": { "#/*": ["${configDir}/src/*"] } } }',
    "web/src/a.ts": "",
  };
  const resolve = (root: string, specifier: string) => new Resolver(Workspace.open(join(root, "web"))).resolveFile(specifier, "src/b.ts");

  test("a configuration that is extended", () => {
    expect(resolve(scratch(files), "~/a")).toBe("src/a.ts");
  });

  test("an installed package, linked as pnpm does", () => {
    const root = scratch({ ...files, "web/tsconfig.json": '{ "extends": "config" }' });
    symlinkSync(".pnpm/config@1.0.0", join(root, "web/node_modules/config"));
    expect(resolve(root, "#/a")).toBe("src/a.ts");
    expect(Workspace.open(join(root, "web")).read("node_modules/config/package.json")).toContain("strict.json");
  });

  test("the last of several that are extended wins, and what the file says itself over all", () => {
    const layers = {
      "web/one.json": '{ "compilerOptions": { "paths": { "1/*": ["./src/*"] } } }',
      "web/two.json": '{ "compilerOptions": { "paths": { "2/*": ["./src/*"] } } }',
      "web/tsconfig.json": '{ "extends": ["./one.json", "./two"], }',
    };
    const root = scratch({ ...files, ...layers });
    expect([resolve(root, "1/a"), resolve(root, "2/a")]).toEqual([undefined, "src/a.ts"]);
    writeFileSync(join(root, "web/tsconfig.json"), '{ "extends": "./one", "compilerOptions": { "paths": { "3/*": ["./src/*"] } } }');
    expect([resolve(root, "1/a"), resolve(root, "3/a")]).toEqual([undefined, "src/a.ts"]);
  });
});

test("Prettier's configuration is run only where that is allowed, and it is said", { timeout: 120_000 }, async () => {
  const withConfiguration = (code: string) => {
    const root = scratch(Object.fromEntries(unwrappedApp));
    writeFileSync(join(root, "prettier.config.mjs"), code);
    return root;
  };
  const noSemicolons = withConfiguration("export default { semi: false };\n");
  const run = await command(noSemicolons, ["wrap-root-layout", "--dry", "-v"]);
  expect(run.stdout).toContain('+import { SessionProvider } from "next-auth/react"\n');
  expect(run.stderr).toMatch(/prettier\.config\.mjs\n.*code of the project/s);
  const without = await command(noSemicolons, ["wrap-root-layout", "--dry", "-v", "--no-project-config"]);
  expect(without.stdout).toContain('+import { SessionProvider } from "next-auth/react";\n');
  expect(without.stderr).not.toContain("prettier.config.mjs");
  const noted = withConfiguration('globalThis.wasRun = true;\nthrow new Error("on fire");\n');
  const state = globalThis as { wasRun?: boolean };
  await command(noted, ["all", "--dry", "--no-project-config"]);
  expect(state.wasRun).toBeUndefined();
  const failed = await command(noted, ["all", "--dry"]);
  expect(state.wasRun).toBe(true);
  expect(failed.stderr).toMatch(/prettier\.config\.mjs\n.*on fire.*--no-project-config/s);
  delete state.wasRun;
});
