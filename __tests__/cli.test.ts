import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { inTemporaryFolder, readTree, type Tree } from "./support/fixture.ts";
import { command, commitAll, git, unwrappedApp } from "./support/project.ts";

/** Runs in a copy of a project, and demands that nothing of it was written. */
async function refused(args: readonly string[], { tree = unwrappedApp, dirty }: { tree?: Tree; dirty?: string } = {}) {
  return inTemporaryFolder(tree, async (folder) => {
    commitAll(folder);
    if (dirty !== undefined) writeFileSync(join(folder, dirty), "mine\n");
    const before = readTree(folder);
    const result = await command(folder, args);
    expect(readTree(folder)).toEqual(before);
    expect(result.stdout).toBe("");
    return result;
  });
}

function appWith(files: Record<string, string>): Tree {
  return new Map([...unwrappedApp, ...Object.entries(files)]);
}

describe("bad input: exit code 2, what and where and what next, nothing written", () => {
  test.each([
    ["a path that is not there", ["all", "apps/shop"], ["apps/shop is not there", "Check the path"]],
    ["a glob that matches nothing", ["all", "apps/*"], ["apps/* is not there", "matches no file or folder"]],
    ["an unknown transform", ["extract-options"], ["no transform or command called extract-options", "Did you mean extract-auth-options?"]],
    ["a word of a transform's name", ["wrap"], ["Did you mean wrap-root-layout?"]],
    ["a word that is near nothing", ["xylophone"], ["no transform or command called xylophone", "list names the transforms"]],
    ["a path where a command belongs", ["./app"], ["a command is missing", "next-auth-codemod all ./app"]],
    ["an unknown option", ["all", "--dri"], ["unknown option '--dri'", "--dry", "--help"]],
    ["an option without its value", ["all", "--auth-file"], ["argument missing"]],
    ["an unknown format", ["all", "--format", "yaml"], ["'yaml' is invalid", "text, json, sarif, github"]],
    ["two documents", ["all", "--json", "--format", "sarif"], ["two documents"]],
    [
      "--auth-file outside the project",
      ["all", "--auth-file", "../auth.ts"],
      ["--auth-file ../auth.ts lies outside the app", "Give a path below"],
    ],
    [
      "--provider-file outside the project",
      ["all", "--provider-file", "/tmp/provider.tsx"],
      ["--provider-file /tmp/provider.tsx lies outside"],
    ],
    ["--auth-file that is no code", ["all", "--auth-file", "lib/auth.json"], ["not a JavaScript or TypeScript file"]],
    ["--loading that does not parse", ["all", "--loading", "<Spinner"], ["--loading is not an expression", "--loading '<Spinner />'"]],
    ["--loading that is more than an expression", ["all", "--loading", "null); steal("], ["--loading is not"]],
    ["--patch into a folder that is not there", ["all", "--patch", "out/a.patch"], ["--patch out/a.patch", "no folder"]],
    ["--report onto a folder", ["all", "--report", "app"], ["--report app is a folder"]],
    ["--interactive without a terminal", ["all", "--interactive"], ["--interactive needs a terminal"]],
    ["--interactive with --check", ["all", "--interactive", "--check"], ["--check asks nobody"]],
  ])("%s", async (_, args, messages) => {
    const { code, stderr } = await refused(args);
    expect(code).toBe(2);
    for (const message of messages) expect(stderr).toContain(message);
    expect(stderr).not.toContain("at main");
  });

  test("no Next.js app", async () => {
    const { code, stderr } = await refused(["all"], { tree: new Map([["package.json", "{}"]]) });
    expect([code, stderr]).toEqual([2, expect.stringContaining("No Next.js app found in .")]);
  });

  test("a dirty tree is named file by file, and --force runs all the same", async () => {
    const { code, stderr } = await refused(["wrap-root-layout"], { dirty: "new \u001b[2J.txt" });
    expect(code).toBe(2);
    expect(stderr).toContain("The git tree is dirty: new \\x1b[2J.txt.");
    expect(stderr).toContain("--force");
    await inTemporaryFolder(unwrappedApp, async (folder) => {
      commitAll(folder);
      writeFileSync(join(folder, "mine.txt"), "mine\n");
      expect((await command(folder, ["wrap-root-layout", "--dry"])).code).toBe(0);
      expect((await command(folder, ["wrap-root-layout", "--force"])).code).toBe(0);
      expect(readTree(folder).get("app/layout.tsx")).toContain("AuthProvider");
    });
  });

  test("a dirty tree does not matter where there is nothing to write: a second run just says so", async () => {
    await inTemporaryFolder(unwrappedApp, async (folder) => {
      commitAll(folder);
      expect((await command(folder, ["wrap-root-layout"])).code).toBe(0);
      const { code, stdout } = await command(folder, ["wrap-root-layout"]);
      expect(code).toBe(0);
      expect(stdout).toContain("0 created, 0 changed");
    });
  });

  test("without a command and without a terminal: help", async () => {
    const { code, stderr } = await refused([]);
    expect([code, stderr]).toEqual([2, expect.stringContaining("Usage: next-auth-codemod")]);
  });
});

describe("an app that is not ours", () => {
  test.each([
    ["without next-auth", { dependencies: { next: "^14.2.0" } }, "neither depends on next-auth nor imports it"],
    ["with Auth.js v5", { dependencies: { next: "^15.0.0", "next-auth": "5.0.0-beta.25" } }, "uses Auth.js v5"],
  ])("%s: said without being asked, nothing to do", async (_, packageJson, message) => {
    const tree: Tree = new Map([
      ["package.json", JSON.stringify(packageJson)],
      ["app/layout.tsx", unwrappedApp.get("app/layout.tsx")!],
    ]);
    await inTemporaryFolder(tree, async (folder) => {
      const { code, stdout } = await command(folder, ["all"]);
      expect([code, stdout]).toEqual([0, expect.stringContaining(message)]);
      expect(readTree(folder)).toEqual(new Map([...tree].sort()));
    });
  });
});

describe("a file that does not parse", () => {
  const broken = appWith({
    "app/broken.tsx": 'import { useSession } from "next-auth/react";\nexport default function Broken() {\n  return <p>\n}\n',
  });

  test("is named with line and column, the others are handled, exit code 2", async () => {
    await inTemporaryFolder(broken, async (folder) => {
      const { code, stderr } = await command(folder, ["wrap-root-layout", "--quiet"]);
      expect(code).toBe(2);
      expect(stderr).toMatch(/failed {2}app\/broken\.tsx:\d+:\d+/);
      expect(stderr).toContain("Repair the file and run again.");
      expect(readTree(folder).get("app/layout.tsx")).toContain("AuthProvider");
    });
  });

  test("is an error finding of --json, which keeps standard output pure", async () => {
    await inTemporaryFolder(broken, async (folder) => {
      const { code, stdout } = await command(folder, ["wrap-root-layout", "--dry", "--json"]);
      const document = JSON.parse(stdout) as { findings: object[]; summary: object };
      expect(code).toBe(2);
      expect(document.findings).toContainEqual(
        expect.objectContaining({ rule: "syntax-error", severity: "error", path: "app/broken.tsx" }),
      );
      expect(document.summary).toMatchObject({ failed: 1, created: 1 });
    });
  });
});

describe("exit codes and streams", () => {
  test("--check: 1 where something is pending, 0 where nothing is; nothing written", async () => {
    await inTemporaryFolder(unwrappedApp, async (folder) => {
      const before = readTree(folder);
      const pending = await command(folder, ["wrap-root-layout", "--check"]);
      expect([pending.code, pending.stdout]).toEqual([1, expect.stringContaining("+++ b/app/layout.tsx")]);
      expect(readTree(folder)).toEqual(before);
      expect((await command(folder, ["wrap-root-layout"])).code).toBe(0);
      expect((await command(folder, ["wrap-root-layout", "--check"])).code).toBe(0);
    });
  });

  test("a dry run puts the diff on standard output, the summary on standard error", async () => {
    await inTemporaryFolder(unwrappedApp, async (folder) => {
      const { code, stdout, stderr } = await command(folder, ["wrap-root-layout", "--dry"]);
      expect(code).toBe(0);
      expect(stdout).toMatch(/^--- a\/app\/layout\.tsx\n\+\+\+ b\/app\/layout\.tsx\n@@ -1,9 \+1,1\d @@ wrap-root-layout: /);
      expect(stderr).toContain("1 to create, 1 to change");
      expect(stderr).not.toContain("Restart the dev server");
    });
  });

  test("a piped dry run is a patch that git takes", async () => {
    await inTemporaryFolder(unwrappedApp, async (folder) => {
      const { stdout } = await command(folder, ["wrap-root-layout", "--dry", "--quiet"]);
      await command(folder, ["wrap-root-layout"]);
      const written = readTree(folder);
      await inTemporaryFolder(unwrappedApp, async (other) => {
        commitAll(other);
        writeFileSync(join(other, "../dry.patch"), stdout);
        git(other, "apply", "../dry.patch");
        expect(new Map([...readTree(other)].filter(([path]) => !path.startsWith(".git/")))).toEqual(written);
      });
    });
  });

  test("a real run says what it did and what to do next", async () => {
    await inTemporaryFolder(unwrappedApp, async (folder) => {
      const { stdout } = await command(folder, ["wrap-root-layout"]);
      for (const text of [
        "created",
        "components/",
        "changed",
        "app/layout.tsx",
        "1 created, 1 changed",
        "Restart the dev server",
        "Sign out and in again",
      ])
        expect(stdout).toContain(text);
      const again = await command(folder, ["wrap-root-layout"]);
      expect(again.stdout).not.toContain("Next steps");
    });
  });

  test("--print gives whole files", async () => {
    await inTemporaryFolder(unwrappedApp, async (folder) => {
      const { stdout } = await command(folder, ["wrap-root-layout", "--dry", "--print"]);
      expect(stdout).toMatch(/^\/\/ app\/layout\.tsx\nimport type/);
    });
  });

  test("--help, --version and list", async () => {
    await inTemporaryFolder(new Map(), async (folder) => {
      const help = await command(folder, ["all", "--help"]);
      expect([help.code, help.stdout]).toEqual([0, expect.stringContaining("--provider-file <path>")]);
      expect(await command(folder, ["--version"])).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string });
      expect((await command(folder, ["list"])).stdout).toMatch(/^wrap-root-layout +\S/m);
    });
  });

  test("paths are relative to the folder that was given, wherever the command runs", async () => {
    const tree: Tree = new Map([...unwrappedApp].map(([path, content]) => [`apps/web/${path}`, content]));
    await inTemporaryFolder(new Map([...tree, ["package.json", '{"workspaces":["apps/*"]}']]), async (folder) => {
      mkdirSync(join(folder, "elsewhere"));
      const { stdout } = await command(join(folder, "elsewhere"), ["wrap-root-layout", "../apps/web", "--dry"]);
      expect(stdout).toContain("+++ b/app/layout.tsx");
      expect((await command(folder, ["wrap-root-layout", "--dry"])).stdout).toContain("+++ b/apps/web/app/layout.tsx");
    });
  });
});
