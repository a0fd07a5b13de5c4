import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { discover } from "../lib/discover.ts";
import { diagnose } from "../lib/doctor/diagnose.ts";
import { causes } from "../lib/doctor/index.ts";
import { transforms } from "../transforms/index.ts";
import { findDoctorFixtures, inTemporaryFolder, readTree, type Tree } from "./support/fixture.ts";

const fixtures = findDoctorFixtures(join(import.meta.dirname, "../__testfixtures__/doctor"));

async function findingsOf(tree: Tree): Promise<string[]> {
  return inTemporaryFolder(tree, async (folder) =>
    Promise.resolve(
      diagnose(discover({ cwd: folder, paths: [] })).findings.map(
        ({ severity, rule, path, line, column }) =>
          `${severity} ${rule} ${[path, line, column].filter((part) => part !== undefined).join(":")}`,
      ),
    ),
  );
}

test("every cause has a fixture where it fires and one where it must not", () => {
  expect(fixtures.map(({ rule }) => rule)).toEqual(causes.map(({ name }) => name).sort());
});

describe.each(fixtures.map((fixture) => [fixture.rule, fixture] as const))("%s", (rule, { fires, quiet, findings }) => {
  test("is found where it is", async () => {
    expect((await findingsOf(fires)).filter((line) => line.split(" ")[1] === rule).sort()).toEqual(findings);
    expect(findings).not.toEqual([]);
  });

  test("is not found where it is not", async () => {
    expect((await findingsOf(quiet)).filter((line) => line.split(" ")[1] === rule)).toEqual([]);
  });
});

/** A cause weighs less where it does no harm as things are. */
describe("a finding is as severe as what comes of it", () => {
  const edit = (path: string, change: (text: string) => string) => (tree: Tree) => new Map([...tree, [path, change(tree.get(path)!)]]);
  const onNext = (version: string) => edit("package.json", (text) => text.replace(/"next": "[^"]+"/, `"next": "${version}"`));
  const withoutTypes = (tree: Tree) => new Map([...tree].filter(([path]) => path !== "tsconfig.json"));

  test.each<[string, string, (tree: Tree) => Tree, string]>([
    ["server-session-no-options", "with a session callback", (tree) => tree, "warning"],
    [
      "server-session-no-options",
      "with nothing to miss",
      edit("lib/auth.ts", (text) => text.replace(/ {2}callbacks: [^]*\n {2}\},\n/, "")),
      "info",
    ],
    [
      "server-session-no-options",
      "with database sessions",
      edit("lib/auth.ts", (text) => text.replace("callbacks:", "adapter: makeAdapter(),\n  callbacks:")),
      "error",
    ],
    ["route-extra-export", "checked by the build", (tree) => tree, "error"],
    ["route-extra-export", "on Next.js 16", onNext("16.0.1"), "info"],
    ["route-extra-export", "without types", withoutTypes, "info"],
    ["route-extra-export", "on a version that is not known", onNext("latest"), "warning"],
    ["provider-leftover-session", "checked by the build", (tree) => tree, "error"],
    ["provider-leftover-session", "on Next.js 16", onNext("16.0.1"), "warning"],
    ["provider-leftover-session", "without types", withoutTypes, "info"],
    [
      "mw-matcher-invalid",
      "with a key that no matcher has",
      edit("middleware.ts", (text) => text.replace('"dashboard/:path*"', '{ source: "/dashboard", methods: ["GET"] }')),
      "error",
    ],
  ])("%s, %s", async (rule, _, change, severity) => {
    const { fires } = fixtures.find((fixture) => fixture.rule === rule)!;
    const lines = (await findingsOf(change(fires))).filter((line) => line.split(" ")[1] === rule);
    expect(new Set(lines.map((line) => line.split(" ")[0]))).toEqual(new Set([severity]));
  });
});

test("a version that has no getServerSession yet is told", async () => {
  const { fires } = fixtures.find(({ rule }) => rule === "server-session-no-options")!;
  const text = fires
    .get("package.json")!
    .replace(/"next": "[^"]+"/, '"next": "13.1.6"')
    .replace(/"next-auth": "[^"]+"/, '"next-auth": "4.18.10"');
  const routeless = [...fires].filter(([path]) => !path.includes("nextauth"));
  expect(await findingsOf(new Map([...routeless, ["package.json", text]]))).toContain("error version-next-auth-too-old package.json:5:5");
});

test.each([
  'export { default } from "next-auth/middleware";',
  'export { default as middleware } from "next-auth/middleware";',
  'import { withAuth } from "next-auth/middleware";\nexport default withAuth;',
  'import withAuth from "next-auth/middleware";\nexport { withAuth as default };',
  'import { withAuth } from "next-auth/middleware";\nexport const middleware = withAuth(() => undefined);',
])("a secret by another name is told for %s", async (middleware) => {
  const { fires } = fixtures.find(({ rule }) => rule === "secret-split")!;
  const lines = await findingsOf(new Map([...fires, ["middleware.ts", `${middleware}\n`]]));
  expect(lines.filter((line) => line.startsWith("warning secret-split middleware.ts:"))).toHaveLength(1);
});

test("every fault of the broken example is named, and nothing else", async () => {
  const example = readTree(join(import.meta.dirname, "../examples/phantom-session"));
  const lines = await findingsOf(new Map([...example].filter(([path]) => !/(?:^|\/)(?:node_modules|\.next)\//.test(path))));
  expect(lines.map((line) => line.replace(/:\d+:\d+$/, ""))).toEqual([
    "error consumer-redirect-while-loading app/dashboard/page.tsx",
    "error provider-missing app/layout.tsx",
    "error mw-blocks-auth middleware.ts",
    "error mw-blocks-static middleware.ts",
    "warning server-session-no-options app/account/page.tsx",
    "warning options-inline app/api/auth/[...nextauth]/route.ts",
    "warning secret-missing app/api/auth/[...nextauth]/route.ts",
    "warning server-session-no-options app/api/overdue/route.ts",
    "info consumer-flashes-signed-out components/navbar.tsx",
    "info consumer-flashes-signed-out components/reserve-form.tsx",
  ]);
});

test("names and texts are complete, and name transforms that exist", () => {
  for (const { name, summary, why, help, repairedBy } of causes) {
    expect(name).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)+$/);
    for (const text of [summary, why, help]) expect(text, name).toMatch(/[.)`]$/);
    if (repairedBy !== undefined) expect(transforms.map((transform) => transform.name)).toContain(repairedBy);
  }
  expect(new Set(causes.map(({ name }) => name)).size).toBe(causes.length);
});
