import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { commitAll, command, unwrappedApp } from "./support/project.ts";
import { layFiles, scratch } from "./support/scratch.ts";
import { snapshot } from "./support/thirty-files.ts";

const SECOND = 1_000;

/** What the work itself took, in milliseconds, whoever else keeps the machine busy. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

const client = '"use client";\nimport { useSession } from "next-auth/react";\n';
const app = Object.fromEntries(unwrappedApp);

/** Runs the whole migration over an app with some more files. Never may it crash, hang, or write by halves. */
async function migrated(files: Record<string, string | Buffer>, more: (root: string) => void = () => undefined) {
  const root = scratch(app);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(root, path, ".."), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  more(root);
  commitAll(root);
  const before = sources(root);
  const start = processorTime();
  const dry = await command(root, ["all", "--dry", "-v"]);
  expect(processorTime() - start).toBeLessThan(10 * SECOND);
  expect(sources(root)).toEqual(before);
  const doctor = await command(root, ["doctor", "-v"]);
  const run = await command(root, ["all"]);
  for (const { stdout, stderr } of [dry, doctor, run]) {
    expect(stderr).not.toMatch(/not foreseen|\n {4}at /);
    // Control characters never reach the terminal.
    expect(stdout + stderr).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f]/);
  }
  return { root, before, after: sources(root), dry, ...run };
}

function sources(root: string): Record<string, string> {
  return Object.fromEntries(Object.entries(snapshot(root)).filter(([path]) => !path.startsWith(".git/") && path !== ".git"));
}

describe("files that are not what they say", () => {
  const cases: Record<string, string | Buffer> = {
    "an unterminated string": `${client}const a = "`,
    "an unterminated template": `${client}const a = \`\${`,
    "an unterminated comment": `${client}/* `,
    "unterminated JSX": `${client}export default () => <div><p>`,
    "an unterminated regular expression": `${client}const a = /[`,
    "only brackets": `${client}${"([{".repeat(1_000)}`,
    "a null byte": `${client}const a = "\0";`,
    "invalid UTF-8": Buffer.concat([Buffer.from(client), Buffer.from([0xff, 0xfe, 0x80])]),
    "UTF-16": Buffer.from(`\uFEFF${client}`, "utf16le"),
    "a merge conflict": `<<<<<<< HEAD\n${client}=======\n>>>>>>> other\n`,
    "ten thousand brackets": `${client}export const a = ${"[".repeat(10_000)}${"]".repeat(10_000)};\n`,
    "ten thousand calls": `${client}export const a = ${"f(".repeat(10_000)}${")".repeat(10_000)};\n`,
    "ten thousand elements": `${client}export const a = ${"<a>".repeat(10_000)}${"</a>".repeat(10_000)};\n`,
    "ten thousand operands": `${client}export const a = ${"1 + ".repeat(10_000)}1;\n`,
    "ten thousand else ifs": `${client}export function f(x) {\n${"if (x) {} else ".repeat(10_000)} {}\n}\n`,
    "a component in three thousand elements": `${client}export default function P() {\n  const { data } = useSession();\n  if (!data) return null;\n  return ${"<a>".repeat(3_000)}${"</a>".repeat(3_000)};\n}\n`,
  };
  test.each(Object.entries(cases))("%s harms nothing but itself", { timeout: 120_000 }, async (_, content) => {
    const { code, before, after } = await migrated({ "components/hostile.tsx": content });
    expect([0, 2]).toContain(code);
    if (code === 2 || Buffer.isBuffer(content)) expect(after["components/hostile.tsx"]).toBe(before["components/hostile.tsx"]);
    expect(after["app/layout.tsx"]).toContain("<AuthProvider>");
  });
});

test("5 MB in one file, and on one line", { timeout: 120_000 }, async () => {
  const page = (body: string) =>
    `${client}${body}export default function P() {\n  const { data: session } = useSession();\n  if (!session) return <p>Sign in</p>;\n  return <p>{session.user?.name}</p>;\n}\n`;
  const lines = Array.from({ length: 100_000 }, (_, i) => `export const value${i} = "${"x".repeat(30)}";\n`).join("");
  const { code, after } = await migrated({
    "components/lines.tsx": page(lines),
    "components/line.tsx": page(`export const data = "${"x".repeat(5_000_000)}";\n`),
  });
  expect(code).toBe(0);
  for (const path of ["components/lines.tsx", "components/line.tsx"]) expect(after[path]).toContain('status === "loading"');
  expect(process.memoryUsage().heapTotal).toBeLessThan(2_000_000_000);
});

test("names with newlines, quotes, shell code, escapes and unicode", { timeout: 120_000 }, async () => {
  const names = [
    '"quoted"',
    "$(touch owned)",
    "`touch owned`",
    "a\nb",
    "\u001b[31mred",
    "ünï\u0301çødé",
    "日本語",
    "😀",
    "-rf",
    "a;b&c|d",
    "\u202Egnp",
    "[id]",
    "(group)",
    "x".repeat(200),
  ];
  const source = `${client}export default function P() {\n  const { data: session } = useSession();\n  if (!session) return <p>Sign in</p>;\n  return null;\n}\n`;
  const { root, code, before, after, dry } = await migrated(
    Object.fromEntries(names.map((name) => [`components/${name}/${name}.tsx`, source])),
  );
  expect(code).toBe(0);
  for (const name of names) expect(after[`components/${name}/${name}.tsx`], name).toContain('status === "loading"');
  expect(after.owned).toBeUndefined();
  expect(dry.stdout).toContain("+++");
  expect((await command(root, ["undo"])).code).toBe(0);
  expect(sources(root)).toEqual(before);
});

describe("configurations", () => {
  const layered = Object.fromEntries(
    Array.from({ length: 100 }, (_, i) => [
      `config/${i}.json`,
      JSON.stringify(i === 99 ? { compilerOptions: { paths: { "@/*": ["../*"] } } } : { extends: `./${i + 1}.json` }),
    ]),
  );
  const cases: Record<string, Record<string, string>> = {
    "a tsconfig that extends itself": { "tsconfig.json": '{ "extends": "./tsconfig.json" }' },
    "a cycle of tsconfigs": { "tsconfig.json": '{ "extends": "./other.json" }', "other.json": '{ "extends": "./tsconfig.json" }' },
    "a hundred levels of extends": { "tsconfig.json": '{ "extends": "./config/0.json" }', ...layered },
    "a tsconfig that is no JSON": { "tsconfig.json": "{{{{" },
    "a tsconfig that is an array": { "tsconfig.json": "[]" },
    "aliases that are no aliases": {
      "tsconfig.json": '{ "compilerOptions": { "paths": { "@/*": "x", "**": [1], "": [] }, "baseUrl": 3 } }',
    },
    "a package.json that is null": {
      "tools/package.json": "null",
      "tools/a/package.json": "[1]",
      "tools/b/package.json": '{ "dependencies": 1 }',
    },
    "packages that are not there": {
      "app/other.tsx": `${client}import x from "not-there";\nimport y from "@not/there";\nimport z from "@/not-there";\nexport default x(y, z);\n`,
    },
    "a Prettier configuration that throws": { "prettier.config.mjs": 'throw new Error("no");\n' },
    "a Prettier configuration that is nonsense": { ".prettierrc": '{ "printWidth": "wide", "plugins": ["not-there"], "parser": "none" }' },
    "a .gitignore of nonsense": { ".gitignore": "[\n\\\n!!\n***/[z-a]\n" },
  };
  test.each(Object.entries(cases))("%s", { timeout: 120_000 }, async (_, files) => {
    const { code, after } = await migrated(files);
    expect(code).toBe(0);
    expect(after["app/layout.tsx"]).toContain("<AuthProvider>");
  });
});

test("loops of links, and links out of the project", { timeout: 120_000 }, async () => {
  const outside = scratch({
    "secret.tsx": `${client}export default function P() {\n  const { data } = useSession();\n  if (!data) return <p>out</p>;\n  return null;\n}\n`,
  });
  const { code, after } = await migrated({}, (root) => {
    symlinkSync(".", join(root, "app/loop"));
    symlinkSync("b", join(root, "a"));
    symlinkSync("a", join(root, "b"));
    symlinkSync(outside, join(root, "components-elsewhere"));
    symlinkSync(join(outside, "secret.tsx"), join(root, "app/linked.tsx"));
    symlinkSync("nowhere", join(root, "app/dangling.tsx"));
  });
  expect(code).toBe(0);
  expect(after["app/layout.tsx"]).toContain("<AuthProvider>");
  expect(snapshot(outside)["secret.tsx"]).not.toContain("loading");
});

test("a thousand apps in one tree", { timeout: 240_000 }, async () => {
  const root = scratch();
  for (let i = 0; i < 1_000; i++)
    layFiles(join(root, `apps/app-${i}`), {
      "package.json": app["package.json"]!,
      "app/page.tsx": app["app/page.tsx"]!,
      ...(i % 100 === 0 ? { "app/layout.tsx": app["app/layout.tsx"]! } : {}),
    });
  const start = processorTime();
  const { code, stderr } = await command(root, ["wrap-root-layout", "--dry"]);
  expect(processorTime() - start).toBeLessThan(30 * SECOND);
  expect(stderr).not.toContain("not foreseen");
  expect(code).toBe(0);
});
