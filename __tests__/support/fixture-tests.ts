import { posix } from "node:path";
import { describe, expect, test } from "vitest";
import { asJscodeshift } from "../../lib/as-jscodeshift.ts";
import { isCode } from "../../lib/workspace/code-file.ts";
import { transforms } from "../../transforms/index.ts";
import { expectedTree, findFixtures, inTemporaryFolder, readTree, type Fixture } from "./fixture.ts";
import { findingLines, run, transformsNamed } from "./run.ts";
import { restyleTree, styles } from "./style.ts";
import { typeErrors } from "./type-check.ts";

/** What every fixture of a transform, or of the whole migration (`all`), has to prove. */
export function testFixtures(transform: string): void {
  const fixtures = findFixtures().filter((fixture) => fixture.transform === transform);
  describe.each(fixtures.map((fixture) => [fixture.name, fixture] as const))("%s", (_, fixture) => {
    const selected = transformsNamed(transform);
    const expected = expectedTree(fixture);

    test("gives the output and the findings; the dry run writes nothing; a second run changes nothing", async () => {
      await inTemporaryFolder(fixture.input, async (folder) => {
        const dry = await run(folder, selected, fixture.options, { write: false });
        expect(readTree(folder)).toEqual(fixture.input);
        expect(findingLines(dry)).toEqual(fixture.findings);
        const result = await run(folder, selected, fixture.options, { write: true });
        expect([...result.changes].map(({ path }) => path)).toEqual([...dry.changes].map(({ path }) => path));
        expect(Object.fromEntries(readTree(folder))).toEqual(Object.fromEntries(expected));
        const second = await run(folder, selected, fixture.options, { write: false });
        expect([...second.changes].map(({ path }) => path)).toEqual([]);
      });
    });

    test("brings no new type error", () => {
      const after = typeErrors(expected);
      const before = after.length === 0 ? [] : typeErrors(fixture.input);
      expect(after.filter((error) => !before.includes(error))).toEqual([]);
    });

    test.each(styles)("makes the same edit in another style: $name", async (style) => {
      const isNew = (path: string) => !fixture.input.has(path);
      await inTemporaryFolder(restyleTree(fixture.input, style), async (folder) => {
        await run(folder, selected, fixture.options, { write: true });
        expect(Object.fromEntries(readTree(folder))).toEqual(Object.fromEntries(restyleTree(expected, style, isNew)));
      });
    });

    test.runIf(transform !== "all")("does the same as a jscodeshift module", async () => {
      await inTemporaryFolder(fixture.input, async (folder) =>
        expect(await underJscodeshift(fixture, folder)).toEqual(Object.fromEntries(expected)),
      );
    });

    test.runIf(transform === "all")("gives the same one by one", async () => {
      await inTemporaryFolder(fixture.input, async (folder) => {
        for (const one of transforms) await run(folder, [one], fixture.options, { write: true });
        expect(Object.fromEntries(readTree(folder))).toEqual(Object.fromEntries(expected));
      });
    });
  });
}

/** What jscodeshift's runner would leave: every file handed to the module, as it was before the run. */
async function underJscodeshift(fixture: Fixture, folder: string): Promise<Record<string, string>> {
  const [transform] = transformsNamed(fixture.transform);
  const module = asJscodeshift(transform!);
  const edited = new Map<string, string>();
  for (const [path, source] of fixture.input) {
    if (!isCode(path)) continue;
    const result = await module({ path: posix.join(folder, path), source }, { report: () => undefined }, fixture.options);
    if (result !== undefined) edited.set(path, result);
  }
  return Object.fromEntries([...readTree(folder), ...edited].sort(([a], [b]) => (a < b ? -1 : 1)));
}
