import { mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ChangeSet } from "../lib/changes/change-set.ts";
import { UsageError } from "../lib/errors.ts";
import { verify } from "../lib/verify/verify.ts";
import { scratch } from "./support/scratch.ts";
import { snapshot } from "./support/thirty-files.ts";

const REPOSITORY = join(import.meta.dirname, "..");
/** Folders with other versions of the compiler, by colons: `TYPESCRIPTS=/path/to/node_modules/typescript-4`. */
const compilers = [join(REPOSITORY, "node_modules/typescript"), ...(process.env.TYPESCRIPTS?.split(":") ?? [])];
const tsconfig = (options: object = {}, rest: object = {}) =>
  JSON.stringify({
    compilerOptions: {
      strict: true,
      target: "es2020",
      module: "esnext",
      moduleResolution: "node",
      skipLibCheck: true,
      types: [],
      lib: ["es2020"],
      ...options,
    },
    ...rest,
  });

const clean = {
  "tsconfig.json": tsconfig({ baseUrl: ".", paths: { "@/*": ["./*"] } }),
  "lib/greet.ts": "export const greet = (name: string): string => name;\n",
  "app/page.ts": 'import { greet } from "@/lib/greet";\nexport const page = greet("you");\n',
};

/** What `verify` says of changing some files; undefined where it has nothing to say. */
function saying(root: string, files: Record<string, string>): UsageError | undefined {
  const changes = new ChangeSet();
  for (const [path, after] of Object.entries(files)) {
    changes.lay(path, readIfThere(join(root, path)), { transform: "test", spans: [], reasons: [], after });
  }
  const before = snapshotOfSources(root);
  try {
    verify({ changes }, { workspace: { root }, base: root } as never);
    return undefined;
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  } finally {
    expect(snapshotOfSources(root)).toEqual(before);
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function snapshotOfSources(root: string): Record<string, string> {
  return Object.assign(
    {},
    ...readdirSync(root)
      .filter((name) => name !== "node_modules")
      .map((name) => ({ [name]: /\./.test(name) ? readFileSync(join(root, name), "utf8") : snapshot(join(root, name)) })),
  ) as Record<string, string>;
}

describe.each(
  compilers.map((folder) => [(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string }).version, folder]),
)("TypeScript %s", (version, folder) => {
  const project = (files: Record<string, string>) => {
    const root = scratch(
      Number.parseInt(version!) < 7
        ? files
        : Object.fromEntries(
            Object.entries(files).map(([path, text]) => [
              path,
              text.replace('"moduleResolution":"node"', '"moduleResolution":"bundler"').replace('"baseUrl":".",', ""),
            ]),
          ),
    );
    mkdirSync(join(root, "node_modules"));
    symlinkSync(folder!, join(root, "node_modules/typescript"));
    return root;
  };

  test("has nothing to say where the result is right, created files included", () => {
    const root = project(clean);
    expect(
      saying(root, {
        "lib/auth.ts": "export const auth: number = 1;\n",
        "app/page.ts":
          'import { auth } from "@/lib/auth";\nimport { greet } from "@/lib/greet";\nexport const page = greet(String(auth));\n',
      }),
    ).toBeUndefined();
    expect(
      saying(root, {
        "new/deep/auth.ts": "export const auth: number = 1;\n",
        "app/page.ts": 'import { auth } from "../new/deep/auth";\nexport const page: number = auth;\n',
      }),
    ).toBeUndefined();
  });

  test("names new errors by file and line, in files that were not changed too", () => {
    const root = project(clean);
    const said = saying(root, { "lib/greet.ts": "\nexport const greet = (name: number): string => name;\n" });
    expect(said?.message).toMatch(/^The change would bring 2 new type errors:/);
    expect(said?.message).toContain("app/page.ts:2:27  TS2345  ");
    expect(said?.message).toMatch(/lib\/greet\.ts:2:\d+ {2}TS2322 {2}Type 'number' is not assignable to type 'string'/);
    expect(said?.hint).toMatch(/^Nothing was written/);
  });

  test("finds errors in created files and in syntax", () => {
    const root = project(clean);
    expect(saying(root, { "lib/auth.ts": "export const auth: number = '1';\n" })?.message).toContain("lib/auth.ts:1:14  TS2322");
    expect(saying(root, { "lib/greet.ts": "export const greet = (" })?.message).toMatch(/lib\/greet\.ts:1:\d+ {2}TS1/);
  });

  test("counts no error that was there before, wherever the change moved it", () => {
    const wrong = "const wrong: number = 'x';\n";
    const root = project({
      ...clean,
      "lib/old.ts": `import x from "not-installed";\nimport y from "../app/gone";\n${wrong}export { wrong, x, y };\n`,
      "lib/other.ts": wrong,
    });
    expect(
      saying(root, {
        "lib/old.ts": "\n\nexport * from './deep/moved';\n",
        "lib/deep/moved.ts": `import x from "not-installed";\nimport y from "../../app/gone";\n${wrong}export { wrong, x, y };\n`,
      }),
    ).toBeUndefined();
    expect(saying(root, { "lib/old.ts": `${wrong}const again: number = 'x';\nexport { wrong, again };\n` })?.message).toMatch(
      /a new type error:\n.*TS2322/,
    );
    expect(
      saying(root, { "lib/old.ts": 'import x from "not-installed";\nimport z from "not-installed/other";\nexport { x, z };\n' })?.message,
    ).toContain("TS2307");
  });

  test("goes by the configuration that the project has, what it extends included", () => {
    const root = project({
      ...clean,
      "tsconfig.json": JSON.stringify({ extends: "./config/base.json", compilerOptions: { strict: false }, exclude: ["lib/left-out.ts"] }),
      "config/base.json": tsconfig(),
    });
    expect(
      saying(root, {
        "lib/greet.ts": "export const greet = (name) => name as string;\n",
        "app/page.ts": 'import { greet } from "../lib/greet";\nexport const page = greet("you");\n',
      }),
    ).toBeUndefined();
    expect(saying(root, { "lib/left-out.ts": "export const x: number = '';\n" })).toBeUndefined();
  });

  test("leaves the build information of an incremental project alone", () => {
    const root = project({
      ...clean,
      "tsconfig.json": tsconfig({ incremental: true, tsBuildInfoFile: "./.cache.tsbuildinfo", baseUrl: ".", paths: { "@/*": ["./*"] } }),
      ".cache.tsbuildinfo": "stale",
    });
    expect(saying(root, { "lib/greet.ts": "export const greet = (name: string): string => `${name}!`;\n" })).toBeUndefined();
    expect(saying(root, { "lib/greet.ts": "export const greet = 1;\n" })?.message).toContain("app/page.ts:2:");
  });

  // Version 7 is no library, and its command reads what a reference has built.
  test.runIf(Number.parseInt(version!) < 7)("follows project references, built or not", () => {
    const root = project({
      "tsconfig.json": JSON.stringify({ files: [], references: [{ path: "./app" }, { path: "./shared" }] }),
      "app/tsconfig.json": tsconfig({ composite: true, outDir: "out" }, { references: [{ path: "../shared" }] }),
      "app/page.ts": 'import { greet } from "../shared/greet";\nexport const page: string = greet("you");\n',
      "shared/tsconfig.json": tsconfig({ composite: true, outDir: "out" }),
      "shared/greet.ts": clean["lib/greet.ts"],
      "shared/other.ts": "export const other = 1;\n",
    });
    expect(
      saying(root, {
        "app/auth.ts": "export const auth = 1;\n",
        "app/page.ts":
          'import { greet } from "../shared/greet";\nimport { auth } from "./auth";\nimport { other } from "../shared/other";\nexport const page: string = greet(String(auth + other));\n',
      }),
    ).toBeUndefined();
    expect(
      saying(root, { "app/page.ts": 'import { greet } from "../shared/greet";\nexport const page: number = greet("you");\n' })?.message,
    ).toContain("app/page.ts:2:14  TS2322");
  });

  test("checks every app of a monorepo by its own configuration", () => {
    const root = project({
      "apps/web/tsconfig.json": tsconfig(),
      "apps/web/a.ts": "export const a = 1;\n",
      "apps/docs/tsconfig.json": tsconfig({ strict: false }),
      "apps/docs/b.ts": "export const b = 1;\n",
    });
    const implicit = "export const f = (x) => x;\n";
    expect(saying(root, { "apps/docs/b.ts": implicit })).toBeUndefined();
    expect(saying(root, { "apps/docs/b.ts": implicit, "apps/web/a.ts": implicit })?.message).toBe(
      "The change would bring a new type error:\n       apps/web/a.ts:1:19  TS7006  Parameter 'x' implicitly has an 'any' type.",
    );
  });
});

test("says so where the project has no TypeScript installed", () => {
  const root = scratch(clean);
  const said = saying(root, { "lib/greet.ts": "export const greet = 1;\n" });
  expect(said?.message).toBe(`--verify needs the project's own TypeScript, and ${root} has none installed.`);
  expect(said?.hint).toMatch(/^Nothing was written/);
});

test("says so where the project is not TypeScript", () => {
  const root = scratch({ "app/page.js": "" });
  expect(saying(root, { "app/page.js": "1;" })?.message).toBe("--verify type-checks, and there is no tsconfig.json for app/page.js.");
});

test("has nothing to say of a run without changes, or of files that are not code", () => {
  expect(saying(scratch(), {})).toBeUndefined();
  expect(saying(scratch(), { ".env.local": "X=1\n" })).toBeUndefined();
});
