import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";

/** Files by their path relative to a project's folder. */
export type Tree = ReadonlyMap<string, string>;

/** A little project, what a transform makes of it, and what it says. */
export interface Fixture {
  /** A transform's name, or `all`. */
  transform: string;
  name: string;
  input: Tree;
  /** The files that differ afterwards, created ones included; everything else has to stay as it is. */
  output: Tree;
  /** `severity rule path:line:column`, a line each, sorted. */
  findings: string[];
  /** What the command line would be given: `{ "authFile": "src/auth.ts" }`. */
  options: Record<string, string>;
}

const ROOT = join(import.meta.dirname, "../../__testfixtures__");

export function findFixtures(root = ROOT): Fixture[] {
  return folders(root)
    .filter((name) => name !== "doctor")
    .flatMap((transform) => folders(join(root, transform)).map((name) => readFixture(join(root, transform, name), transform, name)));
}

/** A cause of doctor's: a project where it is, one where it is not, and the places, `severity rule path:line:column` a line. */
export interface DoctorFixture {
  rule: string;
  fires: Tree;
  quiet: Tree;
  findings: string[];
}

export function findDoctorFixtures(root: string): DoctorFixture[] {
  return folders(root).map((rule) => {
    const folder = join(root, rule);
    const findings = readFileSync(join(folder, "findings.txt"), "utf8")
      .split("\n")
      .filter((line) => line !== "");
    return { rule, fires: readTree(join(folder, "fires")), quiet: readTree(join(folder, "quiet")), findings };
  });
}

function readFixture(folder: string, transform: string, name: string): Fixture {
  const text = (file: string) => (existsSync(join(folder, file)) ? readFileSync(join(folder, file), "utf8") : undefined);
  return {
    transform,
    name,
    input: readTree(join(folder, "input")),
    output: readTree(join(folder, "output")),
    findings: (text("findings.txt") ?? "").split("\n").filter((line) => line !== ""),
    options: JSON.parse(text("options.json") ?? "{}") as Record<string, string>,
  };
}

function folders(root: string): string[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** Every file below a folder, whatever .gitignore says. */
export function readTree(folder: string): Map<string, string> {
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(folder, path).replaceAll("\\", "/"), withoutSecrets(path, readFileSync(path, "utf8"))] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** A secret in an env file is another one each time: `<random>` stands for 32 bytes in base64. */
function withoutSecrets(path: string, content: string): string {
  return /(?:^|[/\\])\.env[^/\\]*$/.test(path) ? content.replace(/(?<==)[A-Za-z0-9+/]{43}=(?=\r?$)/gm, "<random>") : content;
}

/** Lays a tree in a folder of its own for the time of `work`. */
export async function inTemporaryFolder<T>(tree: Tree, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "next-auth-codemod-")));
  try {
    for (const [path, content] of tree) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A fixture's input with its output laid over it. */
export function expectedTree({ input, output }: Pick<Fixture, "input" | "output">): Map<string, string> {
  return new Map([...input, ...output].sort(([a], [b]) => (a < b ? -1 : 1)));
}
