import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { inTemporaryFolder, readTree, type Tree } from "./support/fixture.ts";
import { unwrappedApp } from "./support/project.ts";
import { converse, hasPseudoTerminal, type Turn } from "./support/pseudo-terminal.ts";

const ASK = "Take this change? [";

/** An app where wrap-root-layout has one choice of two files, and inject-auth-options one for each of three pages. */
const app: Tree = new Map([
  ...unwrappedApp,
  ["lib/auth.ts", 'import type { NextAuthOptions } from "next-auth";\n\nexport const authOptions: NextAuthOptions = { providers: [] };\n'],
  [
    "app/api/auth/[...nextauth]/route.ts",
    'import NextAuth from "next-auth";\nimport { authOptions } from "@/lib/auth";\n\nconst handler = NextAuth(authOptions);\n\nexport { handler as GET, handler as POST };\n',
  ],
  ...["a", "b", "c"].map((name): [string, string] => [
    `app/${name}/page.tsx`,
    'import { getServerSession } from "next-auth";\n\nexport default async function Page() {\n  const session = await getServerSession();\n  return <p>{session?.user?.name}</p>;\n}\n',
  ]),
]);
const page = (name: string) => `app/${name}/page.tsx`;

async function session(args: readonly string[], turns: readonly Turn[], env: Record<string, string> = {}) {
  return inTemporaryFolder(app, async (folder) => {
    const result = await converse(folder, [...args, "--interactive"], turns, { env: { EDITOR: join(folder, "../none"), ...env } });
    const after = readTree(folder);
    const changed = [...after].filter(([path, content]) => app.get(path) !== content).map(([path]) => path);
    return { ...result, after, changed };
  });
}

describe.skipIf(!hasPseudoTerminal)("--interactive, in a pseudo-terminal", () => {
  test("yes and no, choice by choice; what was refused is in the summary", async () => {
    const { code, changed, screen } = await session(
      ["inject-auth-options"],
      [
        [`(1 of 3) ${ASK}`, "y"],
        [`(2 of 3) ${ASK}`, "n"],
        [`(3 of 3) ${ASK}`, "y"],
      ],
    );
    expect(code).toBe(0);
    expect(changed).toEqual([page("a"), page("c")]);
    expect(screen).toMatch(/refused +app\/b\/page\.tsx +inject-auth-options/);
    expect(screen).toContain("2 changed, 0 already right, 0 left alone, 1 refused");
  });

  test("a new file and what imports it are one choice", async () => {
    const refusal = await session(
      ["wrap-root-layout"],
      [
        [`(1 of 1) ${ASK}`, "w"],
        ["These belong together: ", "n"],
      ],
    );
    expect([refusal.code, refusal.changed]).toEqual([0, []]);
    const { screen, changed } = await session(["wrap-root-layout"], [[ASK, "y"]]);
    expect(changed).toHaveLength(2);
    expect(screen).toMatch(/new file[^]*AuthProvider/);
  });

  test("all: nothing more is asked, in later transforms neither", async () => {
    const { changed } = await session(
      ["all"],
      [
        [ASK, "n"],
        [ASK, "a"],
      ],
    );
    expect(changed).toContain(page("c"));
    expect(changed).toContain("app/layout.tsx");
    expect(changed).not.toContain(page("a"));
  });

  test("quit keeps what was taken", async () => {
    const { code, changed, screen } = await session(
      ["all"],
      [
        [ASK, "y"],
        [ASK, "q"],
      ],
    );
    expect([code, changed]).toEqual([0, [page("a")]]);
    expect(screen).toMatch(/\d refused/);
  });

  test("Ctrl-C writes nothing", async () => {
    const { code, changed, screen } = await session(
      ["all"],
      [
        [ASK, "y"],
        [ASK, "\u0003"],
      ],
    );
    expect([code, changed]).toEqual([2, []]);
    expect(screen).toContain("Cancelled.");
  });

  test("why tells the reason and the documentation; anything else the keys", async () => {
    const { screen } = await session(
      ["inject-auth-options"],
      [
        [ASK, "w"],
        ["https://next-auth.js.org/", "x"],
        ["y  yes, take this change", "f"],
        [ASK, "q"],
      ],
    );
    expect(screen).toContain("f  yes, and everything else in the same file");
  });

  test("edit in $EDITOR: what was saved is written; what does not parse is asked again", async () => {
    await inTemporaryFolder(new Map(), async (tools) => {
      const editor = join(tools, "my editor");
      mkdirSync(tools, { recursive: true });
      // The first time it breaks the file, the second time it edits it.
      writeFileSync(
        editor,
        `#!/bin/sh\nif [ -e "${tools}/again" ]; then sed -i 's/session?.user?.name/session?.user?.email/' "$1"; else touch "${tools}/again"; echo '}' >> "$1"; fi\n`,
        { mode: 0o755 },
      );
      const { code, after, changed, screen } = await session(
        ["inject-auth-options"],
        [
          [ASK, "e"],
          ["does not parse", "e"],
          [`(2 of 3) ${ASK}`, "q"],
        ],
        { EDITOR: `'${editor}'` },
      );
      expect([code, changed]).toEqual([0, [page("a")]]);
      expect(after.get(page("a"))).toContain("getServerSession(authOptions)");
      expect(after.get(page("a"))).toContain("session?.user?.email");
      expect(screen).toContain("Edit again");
    });
  });

  test("an editor that is not there is said, and asked again", async () => {
    const { changed } = await session(
      ["inject-auth-options"],
      [
        [ASK, "e"],
        ["The editor gave up", "q"],
      ],
    );
    expect(changed).toEqual([]);
  });

  test("with --dry: the diff of what was taken, nothing written", async () => {
    const { changed, screen } = await session(
      ["inject-auth-options", "--dry", "--no-pager"],
      [
        [ASK, "n"],
        [ASK, "y"],
        [ASK, "q"],
      ],
    );
    expect(changed).toEqual([]);
    expect(screen).toMatch(/would change +app\/b\/page\.tsx/);
  });
});
