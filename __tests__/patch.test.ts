import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { FileChange } from "../lib/changes/change-set.ts";
import { patchOf } from "../lib/review/patch.ts";
import { changeOf, wholeChange } from "./support/change.ts";
import { inTemporaryFolder, readTree } from "./support/fixture.ts";
import { command, commitAll, git, unwrappedApp } from "./support/project.ts";

const text = (count: number, end = "\n") => Array.from({ length: count }, (_, i) => `const a${i} = ${i};`).join(end) + end;
const rename = (count: number) => ({ transform: "toy", reason: "a name\nthat says more", from: `a${count}`, to: `named${count}` });

/** What `git apply` makes of a patch of the change, against what the change says. */
async function applied(change: FileChange) {
  const before = new Map(
    change.before === undefined
      ? [["other.txt", "other\n"]]
      : [
          ["other.txt", "other\n"],
          [change.path, change.before],
        ],
  );
  return inTemporaryFolder(before as Map<string, string>, async (folder) => {
    commitAll(folder);
    const patch = patchOf({ changes: [change], named: (path) => path, isIgnored: () => false });
    writeFileSync(join(folder, ".git/change.patch"), patch.text);
    git(folder, "apply", ".git/change.patch");
    const target = join(folder, change.path);
    return { content: existsSync(target) ? readFileSync(target, "utf8") : undefined, files: withoutGit(folder).size };
  });
}

function withoutGit(folder: string): Map<string, string> {
  return new Map([...readTree(folder)].filter(([path]) => !path.startsWith(".git/")));
}

describe("git apply makes of a patch what the run makes", () => {
  test.each<[string, FileChange]>([
    ["an edit", changeOf("src/a.ts", text(40), [rename(4), rename(33)])],
    ["CRLF", changeOf("src/a.ts", text(20, "\r\n"), [rename(4)])],
    ["a byte order mark", changeOf("src/a.ts", `\uFEFF${text(3)}`, [rename(0)])],
    ["no newline at the end, before and after", changeOf("src/a.ts", text(9).trimEnd(), [rename(8)])],
    ["a newline that comes", wholeChange("a.ts", "a", "a\n")],
    ["a newline that goes", wholeChange("a.ts", "a\n", "a")],
    ["a created file", wholeChange("new/deep/a.ts", undefined, text(3))],
    ["a created file without a newline", wholeChange("a.ts", undefined, "export {}")],
    ["a created empty file", wholeChange("empty.ts", undefined, "")],
    ["an emptied file", wholeChange("a.ts", text(2), "")],
    ["a deleted file", wholeChange("a.ts", text(3), undefined)],
    ["blanks in a name", changeOf("my app/a b.ts", text(9), [rename(4)])],
    ["brackets and parentheses", changeOf("app/(shop)/[...slug]/page.tsx", text(9), [rename(4)])],
    ["umlauts and emoji", changeOf("bücher/📚.ts", text(9), [rename(4)])],
    ["quotes, backslashes and control characters", changeOf('a "b" \\c\td\u0001.ts', text(9), [rename(4)])],
    ["a name that reads like markup", wholeChange("<img src=x onerror=alert(1)>.ts", undefined, text(2))],
    ["lines that read like a diff", wholeChange("a.txt", "--- a/b\n+++ b/b\n@@ -1 +1 @@\n", "--- a/b\n+++ b/b\n@@ -1 +1 @@\n-- \n")],
    ["names appended to an env file", wholeChange(".env.example", "A=x\nDATABASE_URL=x\n", "A=x\nDATABASE_URL=x\nNEXTAUTH_SECRET=\n")],
    ["names in an env file without values", wholeChange(".env.example", "DATABASE_URL=", "DATABASE_URL=\nNEXTAUTH_SECRET=\n")],
  ])("%s", async (_, change) => {
    const { content, files } = await applied(change);
    expect(content).toBe(change.after);
    expect(files).toBe(change.after === undefined ? 1 : 2);
  });
});

describe("what is left out is said", () => {
  test.each<[string, FileChange, boolean, string]>([
    ["ignored by git", wholeChange(".env.local", undefined, "NEXTAUTH_SECRET=x\n"), true, "git ignores it"],
    ["a value would show", wholeChange(".env.example", "A=secret", "A=secret\nB=\n"), false, "it would show values of an env file"],
  ])("%s", (_, change, ignored, why) => {
    const patch = patchOf({ changes: [change], named: (path) => path, isIgnored: () => ignored });
    expect(patch).toEqual({ text: "", files: 0, leftOut: [{ path: change.path, why }] });
  });
});

test("--patch writes no project file, and applied gives the tree of the real run", async () => {
  const tree = new Map([...unwrappedApp].map(([path, content]) => [`apps/my web/${path}`, content.replaceAll("\n", "\r\n")]));
  await inTemporaryFolder(tree, async (real) => {
    await command(join(real, "apps/my web"), ["wrap-root-layout"]);
    await inTemporaryFolder(tree, async (folder) => {
      commitAll(folder);
      const result = await command(join(folder, "apps/my web"), ["wrap-root-layout", "--patch", "../../.git/it.patch"]);
      expect([result.code, result.stdout]).toEqual([0, ""]);
      expect(result.stderr).toContain("Patch of 2 files written to ../../.git/it.patch");
      expect(withoutGit(folder)).toEqual(tree);
      git(folder, "apply", ".git/it.patch");
      expect(withoutGit(folder)).toEqual(readTree(real));
    });
  });
});

test("--patch outside a git repository is relative to the folder that was given", async () => {
  await inTemporaryFolder(unwrappedApp, async (folder) => {
    await command(folder, ["wrap-root-layout", "--patch", "it.patch"]);
    const patch = readFileSync(join(folder, "it.patch"), "utf8");
    expect(patch).toContain("diff --git a/app/layout.tsx b/app/layout.tsx\n--- a/app/layout.tsx\n");
  });
});
