import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import packageJson from "../package.json" with { type: "json" };
import { drawn } from "./generators/draw.ts";
import { wholeApp } from "./generators/whole-app.ts";
import { readTree } from "./support/fixture.ts";
import { buildTool, commitTree } from "./support/monorepo.ts";
import { git } from "./support/project.ts";
import { FLEET, recipe, runsIn } from "./support/recipes.ts";
import { layFiles, scratch } from "./support/scratch.ts";

const [one, other, third] = fc.sample(drawn(wholeApp), { seed: 7, numRuns: 3 }) as [Tree, Tree, Tree];
type Tree = Record<string, string>;
const ignored = { ".gitignore": "node_modules\n.env*.local\n" };
const unparsable = { "lib/broken.ts": 'import { getServerSession } from "next-auth";\nexport const = ;\n' };
const inFolder = (folder: string, tree: Tree) =>
  Object.fromEntries(Object.entries(tree).map(([path, text]) => [`${folder}/${path}`, text]));

let tools: string;
let environment: NodeJS.ProcessEnv;

/** In the place of npx stands a program that runs the tool as it is now, if it is asked for the version of the recipes. */
beforeAll(async () => {
  tools = realpathSync(mkdtempSync(join(tmpdir(), "next-auth-codemod-tools-")));
  const cli = await buildTool(tools);
  const npx = `#!/bin/sh\n[ "$1 $2" = "--yes next-auth-codemod@${packageJson.version}" ] || exit 127\nshift 2\nexec "${cli}" "$@"\n`;
  layFiles(tools, { "bin/npx": npx, "session.sh": recipe("session.sh") });
  for (const file of ["bin/npx", "session.sh"]) chmodSync(join(tools, file), 0o755);
  environment = { ...process.env, PATH: `${join(tools, "bin")}:${process.env.PATH}` };
});
afterAll(() => rmSync(tools, { recursive: true, force: true }));

function repository(files: Tree): string {
  const root = scratch(files);
  commitTree(root);
  return root;
}

test("every recipe names the version that this is", () => {
  const versions = [...FLEET.matchAll(/next-auth-codemod@([\w.-]+)/g)].map(([, version]) => version);
  expect(new Set(versions)).toEqual(new Set([packageJson.version]));
});

describe("the script for multi-gitter", () => {
  /** What multi-gitter does with one repository (internal/multigitter/run.go), up to the push; what it says of it. */
  function multiGitter(name: string, origin: string, reports: string): string {
    const clone = join(scratch(), "clone");
    git(tools, "clone", "-q", `file://${origin}`, "--branch", "main", "--single-branch", "--depth", "1", clone);
    git(clone, "checkout", "-q", "-b", "next-auth-codemod");
    const env = { ...environment, REPOSITORY: name, SESSION_REPORTS: reports };
    const { status } = spawnSync(join(tools, "session.sh"), { cwd: clone, env, encoding: "utf8" });
    if (status !== 0) return `exit status ${status}`;
    expect(existsSync(join(clone, ".env.local"))).toBe(false);
    if (git(clone, "status", "-s") === "") return "no data was changed";
    git(clone, "add", ".");
    git(clone, "commit", "--no-verify", "-qm", "Keep sessions after a refresh");
    git(clone, "push", "-q", "--no-verify", "origin", "HEAD:next-auth-codemod");
    return "pushed";
  }

  test("changes what it is for, leaves the rest alone, and fails where not all of it could be done", () => {
    const repositories: Record<string, string> = {
      "acme/reading-room": repository({ ...one, ...ignored }),
      "acme/monorepo": repository({
        "package.json": '{ "workspaces": ["apps/*"] }',
        ...ignored,
        ...inFolder("apps/web", other),
        ...inFolder("apps/admin", third),
      }),
      "acme/broken": repository({ ...one, ...ignored, ...unparsable }),
      "acme/server": repository({ "package.json": '{ "dependencies": { "next-auth": "^4.24.0" } }' }),
      "acme/tools": repository({ "package.json": '{ "dependencies": { "left-pad": "1.3.0" } }', "docs/next-auth.md": "next-auth\n" }),
    };
    const reports = scratch();
    const said = Object.entries(repositories).map(([name, origin]) => [name, multiGitter(name, origin, reports)]);
    expect(Object.fromEntries(said)).toEqual({
      "acme/reading-room": "pushed",
      "acme/monorepo": "pushed",
      "acme/broken": "exit status 2",
      "acme/server": "exit status 2",
      "acme/tools": "no data was changed",
    });
    const pushed = (name: string) => git(repositories[name]!, "diff", "--name-only", "main", "next-auth-codemod").split("\n");
    expect(pushed("acme/reading-room")).toEqual(expect.arrayContaining([expect.stringMatching(/layout\.tsx$/)]));
    for (const app of ["web", "admin"])
      expect(pushed("acme/monorepo")).toEqual(expect.arrayContaining([expect.stringMatching(`^apps/${app}/.*layout\\.tsx$`)]));
    for (const name of ["acme/reading-room", "acme/monorepo"]) expect(pushed(name).join()).not.toContain(".env.local");

    expect(readdirSync(reports).sort()).toEqual(["acme-broken.json", "acme-monorepo.json", "acme-reading-room.json", "acme-server.json"]);
    const report = (name: string) => JSON.parse(readFileSync(join(reports, name), "utf8")) as { summary: Record<string, number> };
    expect(report("acme-broken.json").summary).toMatchObject({ failed: 1 });
    expect(report("acme-reading-room.json").summary).toMatchObject({ failed: 0 });

    git(repositories["acme/reading-room"]!, "reset", "-q", "--hard", "next-auth-codemod");
    expect(multiGitter("acme/reading-room", repositories["acme/reading-room"]!, reports), "once merged").toBe("no data was changed");
  });
});

describe("the batch spec for Sourcegraph", () => {
  const spec = recipe("session.batch.yaml");
  const [script] = runsIn(spec) as [string];

  test("its step changes the files, and its standard output is the document that the description takes figures from", () => {
    const root = repository({ ...one, ...ignored });
    const { status, stdout, stderr } = spawnSync("sh", ["-c", script], { cwd: root, env: environment, encoding: "utf8" });
    expect(status, stderr).toBe(0);
    git(root, "add", "--all");
    const diff = git(root, "diff", "--cached", "--no-prefix", "--binary");
    expect(diff).toMatch(/^\+\+\+ .*layout\.tsx$/m);
    expect(diff).not.toContain(".env.local");
    const document = JSON.parse(stdout) as object;
    const taken = [...spec.matchAll(/\$\{\{ outputs\.session\.([\w.]+) \}\}/g)].map(([, path]) => path!);
    expect(taken).toHaveLength(3);
    for (const path of taken) {
      const value = path.split(".").reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], document);
      expect(value, path).toBeTypeOf("number");
    }
  });

  test("its step fails where not all of it could be done", () => {
    const root = repository({ ...one, ...ignored, ...unparsable });
    expect(spawnSync("sh", ["-c", script], { cwd: root, env: environment }).status).toBe(2);
    expect(git(root, "status", "--porcelain")).toBe("");
  });
});

describe("the guards in GitHub Actions", () => {
  const [doctor, check] = runsIn(recipe(".github/workflows/session.yml")) as [string, string];
  const [scan] = runsIn(recipe(".github/workflows/session-scanning.yml")) as [string];
  /** A step without a shell of its own is run like this. */
  const step = (cwd: string, script: string) => spawnSync("bash", ["-e", "-c", script], { cwd, env: environment, encoding: "utf8" });
  const example = Object.fromEntries(readTree(join(import.meta.dirname, "../examples/phantom-session")));

  test("fail before the migration, and pass after it", () => {
    const root = repository(inFolder("apps/toolshed", example));
    const said = step(root, doctor);
    expect(said.status).toBe(1);
    expect(said.stdout).toMatch(/^::error file=apps\/toolshed\/.*,line=\d+,col=\d+,title=[\w-]+::/m);
    const pending = step(root, check);
    expect(pending.status).toBe(1);
    expect(pending.stdout).toMatch(/^\+\+\+ b\//m);
    expect(git(root, "status", "--porcelain")).toBe("");

    expect(step(root, `npx --yes next-auth-codemod@${packageJson.version} all`).status).toBe(0);
    git(root, "add", "-A");
    git(root, "commit", "-qm", "migrated");
    expect(step(root, doctor)).toMatchObject({ status: 0 });
    expect(step(root, check)).toMatchObject({ status: 0, stdout: "" });
  });

  test("code scanning is given the findings, and the job fails only where not all of it could be done", () => {
    const root = repository(example);
    const results = () => {
      const { runs } = JSON.parse(readFileSync(join(root, "session.sarif"), "utf8")) as { runs: { results: { level: string }[] }[] };
      return runs[0]!.results.map(({ level }) => level);
    };
    expect(step(root, scan)).toMatchObject({ status: 0, stdout: "" });
    expect(results()).toContain("error");
    writeFileSync(join(root, "broken.ts"), unparsable["lib/broken.ts"]);
    expect(step(root, scan).status).toBe(1);
  });
});
