import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import Draft04 from "ajv-draft-04";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { rules, type Finding } from "../lib/findings/index.ts";
import { githubAnnotations } from "../lib/review/github.ts";
import { sarifLog } from "../lib/review/sarif.ts";
import { inTemporaryFolder, type Tree } from "./support/fixture.ts";
import { command, commitAll, unwrappedApp } from "./support/project.ts";

const json = (file: string) => JSON.parse(readFileSync(file, "utf8")) as object;
const runSchema = new Ajv2020({ allErrors: true }).compile(json(join(import.meta.dirname, "../schema/run.schema.json")));
const sarifFolder = join(createRequire(import.meta.url).resolve("@microsoft/jest-sarif"), "../schemas");
const sarifAjv = new Draft04({ allErrors: true, strict: false, unicodeRegExp: false });
(addFormats as unknown as typeof addFormats.default)(sarifAjv);
const sarifSchema = sarifAjv.compile(json(join(sarifFolder, "sarif-2.1.0-rtm.5.json")));

/** An app with a change, a place that is left alone, and a file that does not parse. */
const eventful: Tree = new Map([
  ...unwrappedApp,
  ["app/übersicht %/page.tsx", 'import { useSession } from "next-auth/react";\nexport const Broken = () => <p>;\n'],
  [
    "app/api/auth/[...nextauth]/route.ts",
    'import NextAuth from "next-auth";\nimport { optionsFor } from "@/lib/options";\n\nconst handler = (request: Request, context: object) => NextAuth(optionsFor(request))(request, context);\nexport { handler as GET, handler as POST };\n',
  ],
  ["lib/options.ts", "export const optionsFor = (request: Request) => ({ providers: [], debug: request.url.includes('debug') });\n"],
]);

const findings: Finding[] = (["error", "warning", "info"] as const).map((severity, i) => ({
  rule: Object.keys(rules)[i]!,
  severity,
  path: "apps/my web/[...all]/a:b,c%.tsx",
  ...(i === 2 ? {} : { line: 3 + i, column: 7 }),
  message: `100 % sure:\nit is, "${severity}"`,
  help: "Do this\r\nthen that",
}));

describe("--json", () => {
  test.each([
    ["a dry run of everything", ["all", "--dry", "--json"], eventful],
    ["a real run", ["all", "--format", "json"], eventful],
    [
      "nothing to do",
      ["all", "--dry", "--json"],
      new Map([
        ["package.json", '{"dependencies":{"next":"14"}}'],
        ["app/page.js", "export default () => null;\n"],
      ]) as Tree,
    ],
  ])("%s is what the schema says", async (_, args, tree) => {
    await inTemporaryFolder(tree, async (folder) => {
      const { stdout } = await command(folder, args);
      expect(stdout).toMatch(/^\{[^]*\}\n$/);
      const document = JSON.parse(stdout) as { root: string };
      expect(runSchema(document), JSON.stringify(runSchema.errors)).toBe(true);
      expect(document.root).toBe(folder);
    });
  });

  test("the schema refuses what is not said in it", () => {
    expect(runSchema({ version: 1, root: "/", dry: true, changes: [], findings: [], summary: {} })).toBe(false);
  });
});

describe("--format sarif", () => {
  test("findings of a run are valid SARIF 2.1.0, located from the repository's root", async () => {
    const tree = new Map([...eventful].map(([path, content]) => [`apps/web/${path}`, content]));
    await inTemporaryFolder(tree, async (folder) => {
      commitAll(folder);
      const { code, stdout } = await command(join(folder, "apps/web"), ["all", "--dry", "--format", "sarif"]);
      const log = JSON.parse(stdout) as ReturnType<typeof sarifLog>;
      expect(sarifSchema(log), JSON.stringify(sarifSchema.errors)).toBe(true);
      expect(code).toBe(2);
      const [broken] = log.runs[0]!.results!.filter(({ ruleId }) => ruleId === "syntax-error");
      expect(broken!.locations![0]!.physicalLocation!.artifactLocation!.uri).toBe("apps/web/app/%C3%BCbersicht%20%25/page.tsx");
      expect(broken!.level).toBe("error");
    });
  });

  test("every rule, severity and place makes a valid document", () => {
    const every = Object.entries(rules).map(([rule, { severity, help }]): Finding => ({
      rule,
      severity,
      path: "a.ts",
      line: 1,
      message: rule,
      help,
    }));
    const log = sarifLog([...findings, ...every], "1.2.3");
    expect(sarifSchema(log), JSON.stringify(sarifSchema.errors)).toBe(true);
    expect(log.runs[0]!.results!.map(({ level }) => level).slice(0, 3)).toEqual(["error", "warning", "note"]);
  });
});

describe("what a probe found", () => {
  const asked = ["doctor", "--probe", "http://127.0.0.1:1/shop"];
  const address = "http://127.0.0.1:1/shop/api/auth/session";

  test("needs no sources, and is in the document that --json prints", async () => {
    await inTemporaryFolder(new Map([["notes.txt", "Not an app."]]), async (folder) => {
      const { code, stdout } = await command(folder, [...asked, "--json"]);
      expect(code).toBe(1);
      expect(runSchema(JSON.parse(stdout)), JSON.stringify(runSchema.errors)).toBe(true);
      expect(stdout).toContain(`"path": "${address}"`);
      expect((await command(folder, ["doctor"])).stderr).toContain("No Next.js app found");
      expect((await command(folder, [...asked, "elsewhere"])).stderr).toContain("elsewhere is not there");
    });
  });

  test("is at a file in SARIF, with the request; in GitHub's annotations at none", async () => {
    await inTemporaryFolder(unwrappedApp, async (folder) => {
      const log = JSON.parse((await command(folder, [...asked, "--format", "sarif"])).stdout) as ReturnType<typeof sarifLog>;
      expect(sarifSchema(log), JSON.stringify(sarifSchema.errors)).toBe(true);
      const [result] = log.runs[0]!.results!.filter(({ ruleId }) => ruleId === "probe-unreachable");
      expect(result!.locations![0]!.physicalLocation!.artifactLocation!.uri).toBe("package.json");
      expect(result!.webRequest).toEqual({ target: address, method: "GET" });
      const { stdout } = await command(folder, [...asked, "--format", "github"]);
      expect(stdout).toContain(`::error title=probe-unreachable::${address}: There was no answer`);
      expect(stdout).toContain("::error file=app/layout.tsx,title=provider-missing::");
    });
  });
});

test("--format github escapes what a workflow command takes for its own", () => {
  const rule = Object.keys(rules);
  expect(githubAnnotations(findings).split("\n")).toEqual([
    `::error file=apps/my web/[...all]/a%3Ab%2Cc%25.tsx,line=3,col=7,title=${rule[0]}::100 %25 sure:%0Ait is, "error"%0ADo this%0D%0Athen that`,
    `::warning file=apps/my web/[...all]/a%3Ab%2Cc%25.tsx,line=4,col=7,title=${rule[1]}::100 %25 sure:%0Ait is, "warning"%0ADo this%0D%0Athen that`,
    `::notice file=apps/my web/[...all]/a%3Ab%2Cc%25.tsx,title=${rule[2]}::100 %25 sure:%0Ait is, "info"%0ADo this%0D%0Athen that`,
    "",
  ]);
});
