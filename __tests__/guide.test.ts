import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { inTemporaryFolder, readTree, type Tree } from "./support/fixture.ts";
import { commitAll, git, unwrappedApp } from "./support/project.ts";
import { converse, hasPseudoTerminal, type Turn } from "./support/pseudo-terminal.ts";

const DOWN = "\u001b[B";

async function guided(
  turns: readonly Turn[],
  { tree = unwrappedApp, dirty = false, rows = 200 }: { tree?: Tree; dirty?: boolean; rows?: number } = {},
) {
  return inTemporaryFolder(tree, async (folder) =>
    inTemporaryFolder(new Map(), async (scratch) => {
      commitAll(folder);
      if (dirty) writeFileSync(join(folder, "mine.txt"), "mine\n");
      const result = await converse(folder, [], turns, { rows, env: { TMPDIR: scratch, PAGER: "cat" } });
      const report = existsSync(join(scratch, "next-auth-codemod.html"));
      return { ...result, after: readTree(folder), status: git(folder, "status", "--porcelain"), report };
    }),
  );
}

describe.skipIf(!hasPseudoTerminal)("without arguments, in a pseudo-terminal", () => {
  test("finds, lets pick, shows the diff, asks, writes", async () => {
    const { code, screen, after } = await guided([
      ["Which transforms?", "\r"],
      ["Write this?", "\r"],
    ]);
    expect(code).toBe(0);
    for (const text of [
      "Next.js app: /",
      "2 files to change",
      "wrap-root-layout (2)",
      "@@ wrap-root-layout",
      "Yes, write it",
      "1 created, 1 changed",
      "The same again without questions: next-auth-codemod ",
    ])
      expect(screen).toContain(text);
    expect(after.get("app/layout.tsx")).toContain("AuthProvider");
  });

  test("no writes nothing", async () => {
    const { code, screen, status } = await guided([
      ["Which transforms?", "\r"],
      ["Write this?", `${DOWN}${DOWN}${DOWN}\r`],
    ]);
    expect([code, status]).toEqual([0, ""]);
    expect(screen).toContain("Nothing was written.");
  });

  test("Ctrl-C writes nothing", async () => {
    const { code, status } = await guided([["Which transforms?", "\u0003"]]);
    expect([code, status]).toEqual([2, ""]);
  });

  test("saves a report to read first, then goes change by change", async () => {
    const { code, report, after } = await guided([
      ["Which transforms?", "\r"],
      ["Write this?", `${DOWN}${DOWN}\r`],
      [/Report: [^]*Write this\?/, `${DOWN}\r`],
      ["Take this change?", "y"],
    ]);
    expect([code, report]).toEqual([0, true]);
    expect(after.get("app/layout.tsx")).toContain("AuthProvider");
  });

  test("warns of a dirty tree, and proposes to stop", async () => {
    const { code, screen, status } = await guided(
      [
        ["Which transforms?", "\r"],
        ["Write this?", "\r"],
      ],
      { dirty: true },
    );
    expect(screen).toContain("The git tree is dirty (1)");
    expect([code, status]).toEqual([0, "?? mine.txt\n"]);
  });

  test("says so where there is nothing to do", async () => {
    const wrapped = new Map([
      ["package.json", unwrappedApp.get("package.json")!],
      ["app/page.tsx", "export default function Page() {\n  return null;\n}\n"],
    ]);
    const { code, screen } = await guided([], { tree: wrapped });
    expect([code, screen]).toEqual([0, expect.stringContaining("Nothing has to be changed.")]);
  });
});

describe.skipIf(!hasPseudoTerminal)("a long diff", () => {
  const dry = (env: Record<string, string>, rows: number, ...args: string[]) =>
    inTemporaryFolder(unwrappedApp, (folder) => converse(folder, ["wrap-root-layout", "--dry", ...args], [], { env, rows }));

  test("goes through $PAGER where it is longer than the screen, the summary does not", async () => {
    const { screen, code } = await dry({ PAGER: "sed 's/^/PAGED /'" }, 10);
    expect([code, screen]).toEqual([0, expect.stringContaining("PAGED app/layout.tsx")]);
    expect(screen).toContain("\n1 to create, 1 to change");
  });

  test.each([
    ["fits the screen", { PAGER: "sed 's/^/PAGED /'" }, 200, []],
    ["with --no-pager", { PAGER: "sed 's/^/PAGED /'" }, 10, ["--no-pager"]],
    ["the pager is not there", { PAGER: "no-such-pager" }, 10, []],
    ["the pager is cat", { PAGER: "cat" }, 10, []],
  ])("is printed at once where it %s", async (_, env, rows, args) => {
    const { screen } = await dry(env, rows, ...args);
    expect(screen).not.toContain("PAGED");
    expect(screen.match(/^app\/layout\.tsx/gm)).toHaveLength(1);
  });

  test("a pager that is left early is no error", async () => {
    expect((await dry({ PAGER: "head -n 2" }, 10)).code).toBe(0);
  });

  test("has colors, but for NO_COLOR and --no-color", async () => {
    expect((await dry({}, 200)).raw).toContain("\u001b[48;5;22");
    expect((await dry({ NO_COLOR: "1" }, 200)).raw).not.toContain("\u001b[");
    expect((await dry({}, 200, "--no-color")).raw).not.toContain("\u001b[");
    expect((await dry({ TERM: "dumb" }, 200)).raw).not.toContain("\u001b[");
  });
});
