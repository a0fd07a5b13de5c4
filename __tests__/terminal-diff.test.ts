import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import { reviewFile } from "../lib/review/file-review.ts";
import { highlight } from "../lib/review/highlight.ts";
import { paletteFor } from "../lib/review/palette.ts";
import { terminalDiff } from "../lib/review/terminal-diff.ts";
import { indented, tableRows } from "../lib/review/columns.ts";
import { changeOf, wholeChange } from "./support/change.ts";
import { inTemporaryFolder } from "./support/fixture.ts";
import { command, unwrappedApp } from "./support/project.ts";

const change = changeOf("app/a.tsx", 'import a from "a";\nexport const B = () => <p className="x">{a}</p>;\n', [
  { transform: "toy", reason: "why", from: "<p", to: "<p hidden" },
]);
const show = (depth: 1 | 4 | 8 | 24, columns = 100) => terminalDiff([reviewFile(change)], { palette: paletteFor(depth), columns });
const ESCAPE = "\u001b";

describe("the diff on a terminal", () => {
  test("has the reason over the hunk, line numbers and marks", () => {
    expect(show(1).split("\n").slice(1)).toEqual([
      "app/a.tsx  +1 -1",
      "",
      "@@ toy  why",
      '1 1  import a from "a";',
      '2   -export const B = () => <p className="x">{a}</p>;',
      '  2 +export const B = () => <p hidden className="x">{a}</p>;',
      "",
    ]);
  });

  test("says the same with any number of colors", () => {
    for (const depth of [4, 8, 24] as const) {
      expect(show(depth)).toContain(ESCAPE);
      expect(stripVTControlCharacters(show(depth))).toBe(show(1));
    }
  });

  test("ends every color on its line, for pagers", () => {
    for (const line of show(24).split("\n"))
      if (line.includes(ESCAPE)) expect(line.slice(line.lastIndexOf(ESCAPE), line.lastIndexOf(ESCAPE) + 4)).toBe(`${ESCAPE}[0m`);
  });

  test("leaves out line numbers and shortens rules where it is narrow", () => {
    const narrow = show(1, 40).split("\n");
    expect(narrow[0]).toHaveLength(40);
    expect(narrow).toContain(' import a from "a";');
  });

  test("shows control characters and direction marks, in names and in lines, and obeys none", () => {
    const hostile = wholeChange(`a${ESCAPE}[2Jb\n.ts`, "x\n", `x\nconst y = "${ESCAPE}]0;owned\u0007 \u202Eevil\u0085";\n`, {
      reason: `r${ESCAPE}[1A`,
    });
    const text = terminalDiff([reviewFile(hostile)], { palette: paletteFor(1), columns: 100 });
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    for (const shown of ["a\\x1b[2Jb\\n.ts", "r\\x1b[1A", "\\x1b]0;owned\\x07 \\u202eevil\\x85"]) expect(text).toContain(shown);
  });

  test("shows a carriage return only where line ends differ", () => {
    const same = reviewFile(wholeChange("a.ts", "a\r\nb\r\n", "a\r\nc\r\n"));
    expect(terminalDiff([same], { palette: paletteFor(1), columns: 100 })).not.toContain("\\r");
    const different = reviewFile(wholeChange("a.ts", "a\r\nb\r\n", "a\r\nb\n"));
    expect(terminalDiff([different], { palette: paletteFor(1), columns: 100 })).toContain("-b\\r");
  });

  test("is what standard output gets on a terminal, and only there", async () => {
    await inTemporaryFolder(unwrappedApp, async (folder) => {
      const screen = { columns: 100, rows: 500 };
      const watched = await command(folder, ["wrap-root-layout", "--dry"], { screen, palette: paletteFor(8) });
      expect(watched.stdout).toContain(`${ESCAPE}[1mapp/layout.tsx`);
      const uncolored = await command(folder, ["wrap-root-layout", "--dry"], { screen });
      expect(uncolored.stdout).not.toContain(ESCAPE);
      expect(uncolored.stdout).toContain("@@ wrap-root-layout  ");
    });
  });
});

describe("colors", () => {
  const kinds = (path: string, text: string) =>
    highlight(path, text).map((tokens, i) => tokens.map(({ start, end, kind }) => `${kind} ${text.split("\n")[i]!.slice(start, end)}`));

  test("know TypeScript and JSX as the parser does", () => {
    expect(kinds("a.tsx", 'const type: Type = { async: 1 };\nexport default () => <A b="c">of as {f(`x`)}</A>; // end')).toEqual([
      ["keyword const", "type Type", "number 1"],
      [
        "keyword export",
        "keyword default",
        "tag A",
        "attribute b",
        'string "c"',
        "function f",
        "string `",
        "string x",
        "string `",
        "tag A",
        "comment // end",
      ],
    ]);
  });

  test("go on over the lines of a comment, count a byte order mark, and give up on what does not parse", () => {
    expect(kinds("a.ts", "\uFEFF/* a\nb */ const c = 1;")).toEqual([["comment /* a"], ["comment b */", "keyword const", "number 1"]]);
    expect(kinds("a.ts", "const = ;")).toEqual([[]]);
    expect(kinds("a.css", "a { }")).toEqual([[]]);
  });
});

describe("columns", () => {
  test("are under each other, and the last one goes below where it is narrow", () => {
    const rows = [
      ["created", "lib/auth.ts", "extract-auth-options"],
      ["changed", "app/layout.tsx", "wrap-root-layout"],
    ];
    expect(tableRows(rows, 60)).toEqual(["created  lib/auth.ts     extract-auth-options", "changed  app/layout.tsx  wrap-root-layout"]);
    expect(tableRows(rows, 30)).toEqual([
      "created  lib/auth.ts\n         extract-auth-options",
      "changed  app/layout.tsx\n         wrap-root-layout",
    ]);
  });

  test("wrap words within the width", () => {
    expect(indented("one two three four five six seven", 2, 22)).toBe("  one two three four\n  five six seven");
  });
});
