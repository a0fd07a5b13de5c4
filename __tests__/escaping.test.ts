import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { commitAll, command, unwrappedApp } from "./support/project.ts";
import { scratch } from "./support/scratch.ts";

/** Clears the screen, sets the title, moves up, turns text around, ends a command, a script and a comment. */
const HOSTILE = "\u001b[2J\u001b]0;owned\u0007\u009b1A\u202Egnp\u2028%0A::error::owned</script><script>alert(1)</script>-->\"'`$(x)";
const NAME = HOSTILE.replaceAll("/", "");
const OBEYED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069]/;

/** The first place where a character is obeyed or hidden, so that a failure says where. */
function obeyedIn(text: string): string | undefined {
  const at = text.search(OBEYED);
  return at < 0 ? undefined : JSON.stringify(text.slice(Math.max(0, at - 40), at + 10));
}

let root: string;
beforeEach(() => {
  const text = JSON.stringify(HOSTILE).replaceAll("\\u001b", "\u001b").replaceAll("\\u0007", "\u0007");
  root = scratch({
    ...Object.fromEntries(unwrappedApp),
    [`app/${NAME}/page.tsx`]: `"use client";\nimport { useState } from "react";\nimport { redirect } from "next/navigation";\nimport { useSession } from "next-auth/react";\n\nexport default function Page() {\n  const { data: session } = useSession();\n  if (!session) {\n    redirect(${text});\n  }\n  useState(1);\n  return null;\n}\n`,
    [`app/${NAME}/list.tsx`]: `"use client";\nimport { useSession } from "next-auth/react";\n\nexport default function List() {\n  const { data: session } = useSession();\n  if (!session) return <p>{${text}}</p>;\n  return null;\n}\n`,
    [`app/${NAME}/broken.tsx`]: 'import { useSession } from "next-auth/react";\nexport default {{{;\n',
    "prettier.config.mjs": `throw new Error(${text});\n`,
  });
  commitAll(root);
});

const screen = { screen: { columns: 100, rows: 40 }, watched: true };

describe("a terminal shows what a project would have it obey", () => {
  test.each([
    [["all", "--dry", "-v", "--no-pager"]],
    [["all", "--print", "--dry", "--no-pager"]],
    [["doctor", "-v"]],
    [["all", "--check", "-v", "--no-pager"]],
  ])("%j", async (args) => {
    const { stdout, stderr } = await command(root, args, screen);
    // A progress bar goes back to the start of its line, and clears it.
    const said = stdout + stderr.replace(/\r|\u001b\[\d?K/g, "");
    expect(said).toContain("\\x1b[2J");
    expect(obeyedIn(said)).toBeUndefined();
  });
});

describe("documents carry it as data", () => {
  test.each([
    ["all", "--dry"],
    ["doctor", undefined],
  ])("of %s", async (name, dry) => {
    const run = async (...more: string[]) => (await command(root, [name, ...(dry ? [dry] : []), ...more])).stdout;
    const json = await run("--json");
    const sarif = await run("--format", "sarif");
    for (const text of [json, sarif]) expect(obeyedIn(text)).toBeUndefined();
    const { findings } = JSON.parse(json) as { findings: { path: string }[] };
    expect(findings.some(({ path }) => path.includes(NAME))).toBe(true);
    const { results } = (
      JSON.parse(sarif) as { runs: [{ results: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }[] }] }
    ).runs[0];
    const uris = results.flatMap(({ locations }) => locations.map(({ physicalLocation }) => physicalLocation.artifactLocation.uri));
    expect(uris.some((uri) => decodeURIComponent(uri).includes(NAME))).toBe(true);
    for (const uri of uris) expect(uri).toMatch(/^[\w.~!'()*%/-]*$/);
    const github = await run("--format", "github");
    expect(obeyedIn(github)).toBeUndefined();
    const lines = github.trimEnd().split("\n");
    expect(lines).toHaveLength(findings.length);
    for (const line of lines) expect(line).toMatch(/^::(?:error|warning|notice) (?:[a-z]+=[^,:]*,?)+::[^\n]*$/);
  });
});

test("the report has no markup of the project's, and nothing that a browser would obey or hide", async () => {
  await command(root, ["all", "--dry", "--report", join(root, "report.html")]);
  const page = readFileSync(join(root, "report.html"), "utf8");
  expect(obeyedIn(page)).toBeUndefined();
  expect(page.match(/<script/g)).toHaveLength(1);
  expect(page).toContain("&lt;/script&gt;&lt;script&gt;alert(1)");
});
