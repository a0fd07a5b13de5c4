import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inTemporaryFolder, type Tree } from "./support/fixture.ts";
import { command, commitAll } from "./support/project.ts";

const app: Tree = new Map([
  ["package.json", JSON.stringify({ name: "reading-room", dependencies: { next: "^15.0.0", "next-auth": "^4.24.11", react: "^19.0.0" } })],
  [".gitignore", ".env*.local\n*.patch\n*.html\n"],
  [".env.example", "# what to set\nMAIL_PASSWORD=placeholder-value\n"],
  [
    "app/api/auth/[...nextauth]/route.js",
    'import NextAuth from "next-auth";\n\nconst handler = NextAuth({ providers: [] });\n\nexport { handler as GET, handler as POST };\n',
  ],
]);
const OWN = 'MAIL_PASSWORD=own-password\nMAIL_KEY="begin\nown-key=\nend"\n';
const MODES = [
  ["--dry"],
  ["--dry", "-v"],
  ["--dry", "--print"],
  ["--dry", "--json"],
  ["--dry", "--format", "sarif"],
  ["--dry", "--format", "github"],
  ["--check"],
  ["--dry", "--patch", "out.patch"],
  ["--dry", "--report", "out.html"],
];

test("no value of an env file is in any output", async () => {
  await inTemporaryFolder(app, async (folder) => {
    commitAll(folder);
    writeFileSync(join(folder, ".env.local"), OWN);
    const outputs: string[] = [];
    const collect = async (args: readonly string[]) => {
      const { code, stdout, stderr } = await command(folder, args);
      expect(code).toBe(args.includes("--check") ? 1 : 0); // .env.example is pending
      outputs.push(stdout, stderr);
    };
    for (const mode of MODES) await collect(["add-auth-env", ...mode]);
    for (const file of ["out.patch", "out.html"]) outputs.push(readFileSync(join(folder, file), "utf8"));
    expect(readFileSync(join(folder, ".env.local"), "utf8")).toBe(OWN);
    await collect(["add-auth-env", "-v", "--print"]);

    const written = readFileSync(join(folder, ".env.local"), "utf8");
    const secret = /^NEXTAUTH_SECRET=(.+)$/m.exec(written)?.[1];
    expect(Buffer.from(secret!, "base64")).toHaveLength(32);
    expect(written.startsWith(OWN)).toBe(true);
    await collect(["undo"]);
    expect(readFileSync(join(folder, ".env.local"), "utf8")).toBe(OWN);

    const said = outputs.join("\n");
    expect(said).toContain("NEXTAUTH_SECRET=•••");
    for (const value of [secret!, "own-password", "own-key", "placeholder-value"]) expect(said).not.toContain(value);
  });
});

test("doctor names variables, and tells no value", async () => {
  const env =
    "NEXTAUTH_SECRET=value-of-the-secret\nNEXTAUTH_URL=http://ada:value-of-the-password@localhost:3000/value-of-the-path\nAUTH_KEY=\n";
  const options = 'export const authOptions = { providers: [], secret: process.env.AUTH_KEY ?? "value-in-the-code" };\n';
  const tree = new Map([
    ...app,
    [".env", env],
    ["lib/auth.js", options],
    [
      "app/api/auth/[...nextauth]/route.js",
      'import NextAuth from "next-auth";\nimport { authOptions } from "../../../../lib/auth";\n\nconst handler = NextAuth(authOptions);\nexport { handler as GET, handler as POST };\n',
    ],
    ["middleware.js", 'export { default } from "next-auth/middleware";\n'],
  ]);
  await inTemporaryFolder(tree, async (folder) => {
    const outputs: string[] = [];
    for (const mode of [[], ["-v"], ["--json"], ["--format", "sarif"], ["--format", "github"]]) {
      const { stdout, stderr } = await command(folder, ["doctor", ...mode]);
      outputs.push(stdout, stderr);
    }
    const said = outputs.join("\n");
    for (const rule of ["url-path", "secret-literal", "secret-split", "url-local-in-production"]) expect(said).toContain(rule);
    expect(said).not.toContain("value-");
  });
});

test("what only a git-ignored env file lacks is not pending", async () => {
  await inTemporaryFolder(new Map([...app].filter(([path]) => path !== ".env.example")), async (folder) => {
    commitAll(folder);
    expect((await command(folder, ["add-auth-env", "--check"])).code).toBe(0);
  });
});

test("a file that was committed although .gitignore names it gets no secret", async () => {
  await inTemporaryFolder(new Map([...app, [".env.local", OWN]]), async (folder) => {
    commitAll(folder);
    const { stdout, stderr } = await command(folder, ["add-auth-env"]);
    expect(readFileSync(join(folder, ".env.local"), "utf8")).toBe(OWN);
    expect(stdout + stderr).toContain("env-file-not-ignored");
  });
});
