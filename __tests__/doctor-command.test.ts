import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { allRules } from "../lib/doctor/rules.ts";
import { causes } from "../lib/doctor/index.ts";
import { rulePage } from "../scripts/rule-pages.ts";
import { explained } from "../lib/doctor/rules.ts";
import { rules } from "../lib/findings/index.ts";
import type { JsonDocument } from "../lib/review/json.ts";
import { inTemporaryFolder, readTree, type Tree } from "./support/fixture.ts";
import { command } from "./support/project.ts";

const fixtures = join(import.meta.dirname, "../__testfixtures__/doctor");
const broken = readTree(join(fixtures, "session-callback-no-return/fires"));
const sound = readTree(join(fixtures, "session-callback-no-return/quiet"));

/** Runs doctor in a copy of a project, and demands that nothing of it was written. */
async function doctor(tree: Tree, ...args: string[]) {
  return inTemporaryFolder(tree, async (folder) => {
    const result = await command(folder, ["doctor", ...args]);
    expect(readTree(folder)).toEqual(new Map(tree));
    return result;
  });
}

function withComment(comment: string): Tree {
  const text = broken.get("lib/auth.ts")!.replace("    async session", `    // next-auth-codemod-ignore ${comment}\n    async session`);
  return new Map([...broken, ["lib/auth.ts", text]]);
}

describe("doctor", () => {
  test("an error: exit code 1, with its place, its reason, the way out and the documentation", async () => {
    const { code, stdout } = await doctor(broken);
    expect(code).toBe(1);
    expect(stdout).toContain(
      "error  session-callback-no-return  The session callback has a way that returns nothing.\n    lib/auth.ts:7:5\n",
    );
    expect(stdout).toContain("By hand: End every way through the callback with return session.");
    expect(stdout).toContain("https://next-auth.js.org/configuration/callbacks#session-callback");
    expect(stdout).toContain("doctor --explain session-callback-no-return");
  });

  test("no error: exit code 0", async () => {
    expect((await doctor(sound)).code).toBe(0);
  });

  test("a file that does not parse: exit code 2, the others are diagnosed", async () => {
    const { code, stdout, stderr } = await doctor(new Map([...broken, ["app/page.tsx", 'import "next-auth";\nconst = 1;\n']]));
    expect(code).toBe(2);
    expect(stderr).toContain("app/page.tsx:2:7");
    expect(stdout).toContain("session-callback-no-return");
  });

  test("--json: the document of a migration, without changes", async () => {
    const { code, stdout } = await doctor(broken, "--json");
    const document = JSON.parse(stdout) as JsonDocument;
    expect(code).toBe(1);
    expect(document.changes).toEqual([]);
    expect(document.findings).toContainEqual(
      expect.objectContaining({ rule: "session-callback-no-return", severity: "error", line: 7, column: 5 }),
    );
  });

  test("--format sarif describes its rules; --format github annotates", async () => {
    const log = JSON.parse((await doctor(broken, "--format", "sarif")).stdout) as {
      runs: { tool: { driver: { rules: { id: string; helpUri?: string }[] } } }[];
    };
    const described = log.runs[0]!.tool.driver.rules.find(({ id }) => id === "session-callback-no-return");
    expect(described?.helpUri).toBe("https://next-auth.js.org/configuration/callbacks#session-callback");
    expect((await doctor(broken, "--format", "github")).stdout).toContain(
      "::error file=lib/auth.ts,line=7,col=5,title=session-callback-no-return::",
    );
  });

  test("--explain prints a rule in full, and helps with a name that is none", async () => {
    const { code, stdout } = await doctor(sound, "--explain", "server-session-no-options");
    expect(code).toBe(0);
    expect(stdout).toContain("is not always null");
    expect(stdout).toContain("next-auth-codemod inject-auth-options repairs it");
    const unknown = await doctor(sound, "--explain", "server-session-no-option");
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toContain("Did you mean server-session-no-options?");
  });
});

describe("a comment with a reason", () => {
  test("silences the finding below it", async () => {
    const { code, stdout } = await doctor(withComment("session-callback-no-return: the session is written elsewhere"));
    expect(code).toBe(0);
    expect(stdout).not.toContain("session-callback-no-return");
  });

  test("without the reason silences nothing, and is a finding", async () => {
    const { code, stdout } = await doctor(withComment("session-callback-no-return"));
    expect(code).toBe(1);
    expect(stdout).toContain("ignore-without-reason");
  });

  test("silences what is about a whole file, and what is in an env file", async () => {
    const ignored = (rule: string, mark: string) => `${mark} next-auth-codemod-ignore ${rule}: it is set where this runs\n`;
    const env = (comment: string) => new Map([...sound, [".env.production", `${comment}NEXTAUTH_URL=http://localhost:3000\n`]]);
    expect((await doctor(env(""))).stdout).toContain("url-local-in-production");
    expect((await doctor(env(ignored("url-local-in-production", "#")))).stdout).not.toMatch(/url-local-in-production|ignore-unused/);
    const misplaced = (comment: string) =>
      new Map([...sound, ["app/middleware.ts", `${comment}export { default } from "next-auth/middleware";\n`]]);
    expect((await doctor(misplaced(""))).stdout).toContain("mw-not-run");
    expect((await doctor(misplaced(ignored("mw-not-run", "//")))).stdout).not.toMatch(/mw-not-run|ignore-unused/);
  });

  test("that nothing needs is a finding", async () => {
    expect((await doctor(withComment("secret-literal: it is a test"))).stdout).toContain("ignore-unused");
  });
});

describe("rules", () => {
  test("no name stands in two tables", () => {
    expect(causes.map(({ name }) => name).filter((name) => name in rules)).toEqual([]);
  });

  test("each has its page, and each page its rule", () => {
    const pages = readdirSync(join(import.meta.dirname, "../docs/rules")).filter((file) => file !== "README.md");
    expect(pages.sort()).toEqual(
      Object.keys(allRules)
        .sort()
        .map((name) => `${name}.md`)
        .sort(),
    );
    const page = readFileSync(join(import.meta.dirname, "../docs/rules/server-session-no-options.md"), "utf8");
    expect(page).toBe(rulePage(explained("server-session-no-options")!));
  });
});
