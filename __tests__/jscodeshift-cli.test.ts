import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findFixtures, inTemporaryFolder, readTree, type Tree } from "./support/fixture.ts";
import { run, transformsNamed } from "./support/run.ts";
import { restyleTree, styles } from "./support/style.ts";

const ROOT = join(import.meta.dirname, "..");
const JSCODESHIFT = join(ROOT, "node_modules/jscodeshift/bin/jscodeshift.js");
const LATE_WORKERS = join(import.meta.dirname, "support/late-workers.cjs");
const NAMES = ["extract-auth-options", "inject-auth-options", "wrap-root-layout", "add-loading-branches"];

const source = (name: string) => join(ROOT, `transforms/${name}.ts`);
const published = (name: string) => join(ROOT, `dist/transforms/${name}.cjs`);
const isBuilt = existsSync(join(ROOT, "dist/transforms")) && NAMES.every((name) => existsSync(published(name)));

const example = exampleTree();
const everyFault = findFixtures().find(({ name }) => name === "every-fault-at-once")!.input;

describe.each([
  { what: "the TypeScript source", of: source, there: true },
  { what: "the published JavaScript", of: published, there: isBuilt },
])("$what", ({ of, there }) => {
  test.runIf(there)("one transform after another leaves what the command line leaves", { timeout: 300_000 }, async () => {
    await expectSame(example, (folder) => NAMES.forEach((name) => jscodeshift(of(name), folder)));
  });

  test.runIf(there)("--dry writes nothing, and names the new files", { timeout: 120_000 }, async () => {
    await inTemporaryFolder(example, async (folder) => {
      const said = jscodeshift(of("extract-auth-options"), folder, ["--dry"]);
      expect(said).toContain("would create lib/auth.ts");
      expect(said).toContain("1 ok");
      expect(readTree(folder)).toEqual(example);
    });
  });
});

test("a worker that starts when another has finished its files does its part all the same", { timeout: 300_000 }, async () => {
  await expectSame(everyFault, (folder) => {
    for (const name of NAMES)
      jscodeshift(source(name), folder, ["--cpus=2"], { NODE_OPTIONS: `--require=${JSON.stringify(LATE_WORKERS)}` });
  });
});

test("byte order marks and line ends stay", { timeout: 120_000 }, async () => {
  const tree = [styles.find(({ name }) => name === "CRLF")!, styles.find(({ name }) => name === "BOM")!].reduce<Tree>(
    (tree, style) => restyleTree(tree, style),
    example,
  );
  await expectSame(tree, (folder) => jscodeshift(source("wrap-root-layout"), folder), ["wrap-root-layout"]);
});

test("options are taken in both spellings, and refused as on the command line", { timeout: 120_000 }, async () => {
  await inTemporaryFolder(example, async (folder) => {
    jscodeshift(source("extract-auth-options"), folder, ["--authFile=server/session.ts"]);
    expect(existsSync(join(folder, "server/session.ts"))).toBe(true);
    jscodeshift(source("wrap-root-layout"), folder, ["--provider-file=ui/session-provider.tsx"]);
    expect(existsSync(join(folder, "ui/session-provider.tsx"))).toBe(true);
    const before = readTree(folder);
    expect(jscodeshift(source("add-loading-branches"), folder, ["--loading=<p>"])).toContain("--loading is not an expression");
    expect(Object.fromEntries(readTree(folder))).toEqual(Object.fromEntries(before));
  });
});

test("no file is created for a route that jscodeshift was not given", { timeout: 120_000 }, async () => {
  await inTemporaryFolder(example, async (folder) => {
    jscodeshift(source("extract-auth-options"), folder, [], {}, "components");
    expect(readTree(folder)).toEqual(example);
  });
});

test("new files are not written through a link that leads out of the project", { timeout: 120_000 }, async () => {
  await inTemporaryFolder(example, async (folder) => {
    await inTemporaryFolder(new Map(), async (outside) => {
      rmSync(join(folder, "lib"), { recursive: true, force: true });
      symlinkSync(outside, join(folder, "lib"));
      expect(jscodeshift(source("extract-auth-options"), folder)).toContain("lib is a symbolic link");
      expect(readdirSync(outside)).toEqual([]);
    });
  });
});

/** What jscodeshift makes of a tree is what the command line makes of it, transform by transform. */
async function expectSame(tree: Tree, work: (folder: string) => void, names: readonly string[] = NAMES): Promise<void> {
  const expected = await inTemporaryFolder(tree, async (folder) => {
    for (const name of names) await run(folder, transformsNamed(name), {}, { write: true });
    return Object.fromEntries(readTree(folder));
  });
  await inTemporaryFolder(tree, async (folder) => {
    work(folder);
    expect(Object.fromEntries(readTree(folder))).toEqual(expected);
  });
}

/** Started where jscodeshift's own cache of compiled TypeScript is kept from run to run, and not in the tree. */
function jscodeshift(transform: string, folder: string, options: readonly string[] = [], env: NodeJS.ProcessEnv = {}, path = "."): string {
  const how = options.some((option) => option.startsWith("--cpus")) ? options : ["--run-in-band", ...options];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [JSCODESHIFT, "-t", transform, "--extensions=ts,tsx,js,mjs", "--parser=tsx", ...how, join(folder, path)],
    { cwd: ROOT, encoding: "utf8", env: { ...process.env, NO_COLOR: "1", ...env } },
  );
  if (status !== 0) throw new Error(`${stdout}\n${stderr}`);
  return stdout + stderr;
}

function exampleTree(): Tree {
  const folder = join(ROOT, "examples/phantom-session");
  const own = readdirSync(folder).filter((name) => !["node_modules", ".next", "next-env.d.ts", ".env.local"].includes(name));
  return new Map([...readTree(folder)].filter(([path]) => own.includes(path.split("/")[0]!) && !path.endsWith(".ico")));
}
