import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { discover } from "../lib/discover.ts";
import { diagnose } from "../lib/doctor/diagnose.ts";
import { causes } from "../lib/doctor/index.ts";
import { transforms } from "../transforms/index.ts";
import { findDoctorFixtures, inTemporaryFolder, type Tree } from "./support/fixture.ts";

const fixtures = findDoctorFixtures(join(import.meta.dirname, "../__testfixtures__/doctor"));

async function findingsOf(tree: Tree): Promise<string[]> {
  return inTemporaryFolder(tree, async (folder) =>
    Promise.resolve(
      diagnose(discover({ cwd: folder, paths: [] })).findings.map(
        ({ rule, path, line, column }) => `${rule} ${[path, line, column].filter((part) => part !== undefined).join(":")}`,
      ),
    ),
  );
}

test("every cause has a fixture where it fires and one where it must not", () => {
  expect(fixtures.map(({ rule }) => rule)).toEqual(causes.map(({ name }) => name).sort());
});

describe.each(fixtures.map((fixture) => [fixture.rule, fixture] as const))("%s", (rule, { fires, quiet, findings }) => {
  test("is found where it is", async () => {
    expect((await findingsOf(fires)).filter((line) => line.startsWith(`${rule} `)).sort()).toEqual(findings);
    expect(findings).not.toEqual([]);
  });

  test("is not found where it is not", async () => {
    expect((await findingsOf(quiet)).filter((line) => line.startsWith(`${rule} `))).toEqual([]);
  });
});

test("names and texts are complete, and name transforms that exist", () => {
  for (const { name, summary, why, help, repairedBy } of causes) {
    expect(name).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)+$/);
    for (const text of [summary, why, help]) expect(text, name).toMatch(/[.)`]$/);
    if (repairedBy !== undefined) expect(transforms.map((transform) => transform.name)).toContain(repairedBy);
  }
  expect(new Set(causes.map(({ name }) => name)).size).toBe(causes.length);
});
