import { describe, expect, test } from "vitest";
import { inTemporaryFolder, readTree, type Tree } from "./support/fixture.ts";
import { command, commitAll } from "./support/project.ts";

/** Two apps of a monorepo with their options in one package. Credentials with an adapter begin no session. */
const monorepo: Tree = new Map([
  ["package.json", JSON.stringify({ private: true, workspaces: ["apps/*", "packages/*"] })],
  ["packages/auth/package.json", JSON.stringify({ name: "@lending/auth", dependencies: { "next-auth": "^4.24.0" } })],
  [
    "packages/auth/index.ts",
    'import { PrismaAdapter } from "@next-auth/prisma-adapter";\nimport type { NextAuthOptions } from "next-auth";\nimport Credentials from "next-auth/providers/credentials";\nimport { prisma } from "./prisma";\n\nexport const authOptions: NextAuthOptions = {\n  adapter: PrismaAdapter(prisma),\n  providers: [Credentials({ credentials: {}, authorize: () => ({ id: "1" }) })],\n};\n',
  ],
  ["packages/auth/prisma.ts", "export const prisma = {} as never;\n"],
  ...["desk", "shelf"].flatMap((name): [string, string][] => [
    [
      `apps/${name}/package.json`,
      JSON.stringify({ name, dependencies: { next: "^15.5.0", "next-auth": "^4.24.0", "@lending/auth": "workspace:*" } }),
    ],
    [
      `apps/${name}/app/api/auth/[...nextauth]/route.ts`,
      'import { authOptions } from "@lending/auth";\nimport NextAuth from "next-auth";\n\nconst handler = NextAuth(authOptions);\n\nexport { handler as GET, handler as POST };\n',
    ],
  ]),
]);

describe("options in a package that an app shares", () => {
  test.each([
    ["the root", ".", true],
    ["the app and the package", "apps/desk packages/auth", true],
  ])("are mended where the run was given %s", async (_, paths) => {
    await inTemporaryFolder(monorepo, async (folder) => {
      commitAll(folder);
      expect((await command(folder, ["use-jwt-strategy", ...paths.split(" ")])).code).toBe(0);
      expect(readTree(folder).get("packages/auth/index.ts")).toContain('session: { strategy: "jwt" }');
    });
  });

  test("are left alone, and said to be, where it was given one app only", async () => {
    await inTemporaryFolder(monorepo, async (folder) => {
      commitAll(folder);
      const before = readTree(folder);
      const { stdout } = await command(folder, ["use-jwt-strategy", "apps/desk"]);
      expect(readTree(folder)).toEqual(before);
      expect(stdout).toContain("credentials-outside");
      expect(stdout).toContain("packages/auth/index.ts");
    });
  });

  test("are diagnosed with the app", async () => {
    await inTemporaryFolder(monorepo, async (folder) => {
      const { stdout } = await command(folder, ["doctor", "apps/desk"]);
      expect(stdout).toContain("packages/auth/index.ts");
      expect(stdout).toContain("credentials");
    });
  });
});
