import { spawnSync } from "node:child_process";
import { main } from "../../lib/cli/main.ts";
import type { Terminal } from "../../lib/cli/terminal.ts";
import type { Tree } from "./fixture.ts";
import { capturedTerminal } from "./terminal.ts";

/** A little app whose layout lacks the session provider: wrap-root-layout changes one file and creates one. */
export const unwrappedApp: Tree = new Map([
  ["package.json", JSON.stringify({ name: "reading-room", dependencies: { next: "^14.2.0", "next-auth": "^4.24.0", react: "^18.3.0" } })],
  ["tsconfig.json", JSON.stringify({ compilerOptions: { jsx: "preserve", paths: { "@/*": ["./*"] } } })],
  [
    "app/layout.tsx",
    'import type { ReactNode } from "react";\n\nexport default function RootLayout({ children }: { children: ReactNode }) {\n  return (\n    <html lang="en">\n      <body>{children}</body>\n    </html>\n  );\n}\n',
  ],
  [
    "app/page.tsx",
    '"use client";\n\nimport { useSession } from "next-auth/react";\n\nexport default function Page() {\n  const { data: session, status } = useSession();\n  if (status === "loading") return null;\n  return <p>{session?.user?.name}</p>;\n}\n',
  ],
]);

/** Runs the command line in a folder, and tells all that came out of it. */
export async function command(
  cwd: string,
  args: readonly string[],
  overrides: Partial<Terminal> = {},
): Promise<{ code: number; stdout: string; stderr: string }> {
  const { terminal, stdout, stderr } = capturedTerminal(cwd, overrides);
  const code = await main(args, terminal);
  return { code, stdout: stdout(), stderr: stderr() };
}

/** Runs git in a folder, as nobody in particular. */
export function git(cwd: string, ...args: string[]): string {
  const identity = [
    "-c",
    "user.name=tests",
    "-c",
    "user.email=tests@example.com",
    "-c",
    "core.autocrlf=false",
    "-c",
    "init.defaultBranch=main",
  ];
  const { status, stdout, stderr } = spawnSync("git", [...identity, ...args], { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`git ${args.join(" ")}: ${stderr}`);
  return stdout;
}

export function commitAll(folder: string): void {
  git(folder, "init", "-q");
  git(folder, "add", "-A", "-f");
  git(folder, "commit", "-qm", "before");
}
