import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reviewFile } from "../lib/review/file-review.ts";
import { maskEnv } from "../lib/review/mask-env.ts";
import { unifiedDiff } from "../lib/review/unified-diff.ts";
import { changeOf, wholeChange } from "./support/change.ts";

const lines = (count: number) => Array.from({ length: count }, (_, i) => `line ${i + 1}\n`).join("");
const causes = (review: ReturnType<typeof reviewFile>) =>
  review.hunks.map((hunk) => hunk.causes.map(({ transform, reason }) => `${transform}: ${reason}`));

describe("each hunk has the causes of what is in it", () => {
  test("of a step whose text a later step moved down", () => {
    const change = changeOf("a.ts", lines(40), [
      { transform: "first", reason: "thirty", from: "line 30", to: "LINE 30" },
      { transform: "second", reason: "two", from: "line 2\n", to: `line 2\n${"new\n".repeat(12)}` },
    ]);
    expect(causes(reviewFile(change))).toEqual([["second: two"], ["first: thirty"]]);
  });

  test("of two steps that changed the same stretch, in the order of the run", () => {
    const change = changeOf("a.ts", lines(10), [
      { transform: "first", reason: "one", from: "line 5", to: "cinq" },
      { transform: "second", reason: "two", from: "cinq\nline 6", to: "cinq\nsix" },
    ]);
    expect(causes(reviewFile(change))).toEqual([["first: one", "second: two"]]);
  });

  test("of a step that only removed", () => {
    const change = changeOf("a.ts", lines(40), [
      { transform: "first", reason: "gone", from: "line 20\n", to: "" },
      { transform: "second", reason: "last", from: "line 40\n", to: "" },
    ]);
    expect(causes(reviewFile(change))).toEqual([["first: gone"], ["second: last"]]);
  });

  test("of a file that is created and then edited", () => {
    const created = wholeChange("a.ts", undefined, lines(4), { transform: "first", reason: "new" });
    const edited = changeOf("a.ts", lines(4), [{ transform: "second", reason: "edited", from: "line 3", to: "THREE" }]);
    expect(causes(reviewFile({ ...created, after: edited.after, steps: [...created.steps, ...edited.steps] }))).toEqual([
      ["first: new", "second: edited"],
    ]);
  });

  test("of a whole file that is written over another, line by line", () => {
    const after = lines(40).replace("line 3\n", "three\n").replace("line 35\n", "");
    expect(causes(reviewFile(wholeChange("a.ts", lines(40), after)))).toEqual([["toy: because"], ["toy: because"]]);
  });

  test("and none is without one, whatever the steps were", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ at: fc.nat(200), cut: fc.nat(30), text: fc.stringMatching(/^[ab\n]{0,40}$/) }), {
          minLength: 1,
          maxLength: 6,
        }),
        (edits) => {
          let text = lines(30);
          const before = text;
          const steps = edits.map(({ at, cut, text: inserted }, i) => {
            const start = Math.min(at, text.length);
            const end = Math.min(start + cut, text.length);
            const span = { start, end, text: inserted, reason: `edit ${i}`, choice: "c" };
            text = text.slice(0, start) + inserted + text.slice(end);
            return { transform: "toy", spans: [span], reasons: [span.reason], after: text };
          });
          for (const hunk of reviewFile({ path: "a.ts", before, after: text, steps }).hunks) expect(hunk.causes.length).toBeGreaterThan(0);
        },
      ),
    );
  });
});

test("the text before a byte order mark does not count", () => {
  const change = changeOf("a.ts", `\uFEFF${lines(40)}`, [{ transform: "toy", reason: "last", from: "line 40", to: "LAST" }]);
  expect(reviewFile(change).hunks.map(({ newStart, causes: [cause] }) => [newStart, cause!.reason])).toEqual([[37, "last"]]);
});

test("points out the words that differ, and nothing in lines that have nothing in common", () => {
  const change = changeOf("a.ts", "const session = await getServerSession();\nfoo\n", [
    { transform: "toy", reason: "options", from: "getServerSession()", to: "getServerSession(authOptions)" },
    { transform: "toy", reason: "other", from: "foo", to: "bar baz" },
  ]);
  const words = reviewFile(change).hunks[0]!.lines.map(({ mark, text, words: ranges }) => [
    mark,
    ranges.map(({ start, end }) => text.slice(start, end)).join(""),
  ]);
  expect(words).toEqual([
    ["-", ""],
    ["-", ""],
    ["+", "authOptions"],
    ["+", ""],
  ]);
});

describe("values of env files", () => {
  test.each([
    ["SECRET=abc", "SECRET=•••"],
    ["export SECRET = 'abc' # note", "export SECRET =•••"],
    ["EMPTY=", "EMPTY="],
    ['EMPTY=""', 'EMPTY=""'],
    ["# SECRET=abc", "# SECRET=•••"],
    ["# plain words", "# plain words"],
    ["KEY: abc\r", "KEY:•••\r"],
    ['KEY="-----BEGIN\nabc\n-----END"', "KEY=•••\n•••\n•••"],
    ['KEY="-----BEGIN\nxyz=\n# abc\n-----END"\nNAME=abc', "KEY=•••\n•••\n•••\n•••\nNAME=•••"],
  ])("%j is shown as %j", (text, shown) => expect(maskEnv(text)).toBe(shown));

  test("are in no diff, not in its context either", () => {
    const change = wholeChange(
      ".env.local",
      "DATABASE_URL=postgres://me:pass@db\n",
      "DATABASE_URL=postgres://me:pass@db\nNEXTAUTH_SECRET=s3cret\n",
    );
    expect(unifiedDiff(reviewFile(change))).toBe(
      "--- a/.env.local\n+++ b/.env.local\n@@ -1 +1,2 @@ toy: because\n DATABASE_URL=•••\n+NEXTAUTH_SECRET=•••\n",
    );
  });
});
