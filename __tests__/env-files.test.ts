import { createRequire } from "node:module";
import { afterEach, expect, test } from "vitest";
import { discover } from "../lib/discover.ts";
import { names, withAssignments } from "../lib/add-auth-env/env-text.ts";
import { environmentOf, type EnvMode } from "../lib/next-auth/env-files.ts";
import { Project } from "../lib/project/project.ts";
import { inTemporaryFolder } from "./support/fixture.ts";

const require = createRequire(import.meta.url);
const { loadEnvConfig, resetEnv } = require(require.resolve("@next/env", { paths: [require.resolve("next")] })) as {
  loadEnvConfig(folder: string, dev: boolean, log: object, forceReload: boolean): { parsedEnv?: Record<string, string> };
  resetEnv(): void;
};
const { NODE_ENV } = process.env;

afterEach(() => {
  resetEnv();
  Object.assign(process.env, { NODE_ENV });
});

const APP: [string, string][] = [
  ["package.json", '{"dependencies":{"next":"16.0.0"}}'],
  ["app/page.tsx", "export default () => null;"],
];
const FILES: Record<string, string> = {
  ".env":
    'A=from-env\nB="two words" # comment\nQUOTED=\'$A\'\nMULTI="first\nsecond=2"\nEMPTY=\nURL=${BASE:-http://localhost}:3000\nBARE=abc$def\nESCAPED=abc\\$def\n',
  ".env.local": "A=from-local\nexport EXPORTED=yes\nHASH=a#b\nSPACED = x \nNOTHING=$UNKNOWN\n",
  ".env.development": "C=dev\nA=never\n",
  ".env.production": "C=prod\nREF=${C}-x\n",
  ".env.development.local": "LOCAL=1\nEMPTY_FIRST=\n",
  ".env.production.local": "LOCAL=",
};

test.each(["development", "production"] as EnvMode[])("reads what Next.js reads: %s", async (mode) => {
  await inTemporaryFolder(new Map([...APP, ...Object.entries(FILES)]), async (folder) => {
    Object.assign(process.env, { NODE_ENV: mode });
    const { parsedEnv = {} } = loadEnvConfig(folder, mode === "development", { info() {}, error() {} }, true);
    const found = Object.fromEntries(
      [
        "A",
        "B",
        "C",
        "QUOTED",
        "MULTI",
        "EMPTY",
        "URL",
        "BARE",
        "ESCAPED",
        "EXPORTED",
        "HASH",
        "SPACED",
        "NOTHING",
        "REF",
        "LOCAL",
        "EMPTY_FIRST",
        "ABSENT",
      ].map((name) => [name, parsedEnv[name]]),
    );
    const environment = environmentIn(folder);
    const states = Object.fromEntries(
      Object.entries(found).map(([name, value]) => [name, value === undefined ? "missing" : value.trim() === "" ? "empty" : "set"]),
    );
    expect(Object.fromEntries(Object.keys(found).map((name) => [name, environment.state(name, mode)]))).toEqual(states);
  });
});

test("tells of a URL what matters, and not the URL", async () => {
  const text =
    "A=https://example.com\nB=example.com\nC=http://localhost:3000/shop/api/auth/\nD=http://\nE=\nBASE=http://127.0.0.1\nF=$BASE:3000/x\n";
  await inTemporaryFolder(new Map([...APP, [".env", text]]), async (folder) => {
    const environment = environmentIn(folder);
    expect(["A", "B", "C", "D", "E", "F"].map((name) => environment.urlTraits(name, "production"))).toEqual([
      { scheme: "https", loopback: false, path: "none" },
      { scheme: "none", loopback: false, path: "none" },
      { scheme: "http", loopback: true, path: "auth" },
      "invalid",
      undefined,
      { scheme: "http", loopback: true, path: "other" },
    ]);
    expect(JSON.stringify(environment)).not.toContain("example");
  });
});

test("adds to an env file and leaves every other byte", () => {
  expect(
    withAssignments(
      "A=1\r\n# x\r\nB=",
      [
        { name: "B", value: "2" },
        { name: "C", value: "" },
      ],
      "\n",
    ),
  ).toBe("A=1\r\n# x\r\nB=2\r\nC=\r\n");
  expect(withAssignments("", [{ name: "A", value: "1" }], "\r\n")).toBe("A=1\r\n");
  expect(withAssignments("A=\nA=kept\n", [{ name: "B", value: "1" }], "\n")).toBe("A=\nA=kept\nB=1\n");
  expect(names("# AUTH_URL=\nXNEXTAUTH_URL=1\n", "AUTH_URL")).toBe(true);
  expect(names("NEXTAUTH_URL=1\n", "AUTH_URL")).toBe(false);
});

function environmentIn(folder: string) {
  const { workspace, apps } = discover({ cwd: folder, paths: [] });
  return environmentOf(new Project(apps[0]!, workspace, {}));
}
