import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exitCodes, optionSpecs } from "../lib/cli/options.ts";
import { rules } from "../lib/findings/index.ts";
import { readResults } from "../bench/results.ts";
import { headline, tableOf } from "../bench/table.ts";
import { registry } from "../transforms/registry.ts";
import { dependencyRows } from "./dependency-table.ts";

/**
 * Writes the tables of the README and of docs/security.md from those that the program itself runs on, and from what is
 * installed. Each stands between two comments, `<!-- options:start -->` and `<!-- options:end -->` (also transforms, exit-codes,
 * benchmark, rules, dependencies), where a document has them; text around them is left as it is.
 *
 *     tsx scripts/write-readme-tables.ts           writes
 *     tsx scripts/write-readme-tables.ts --check   exit code 1 where a document is out of date
 */
const DOCUMENTS = ["README.md", "docs/security.md"];

const tables: Record<string, () => string> = {
  transforms: () =>
    table(
      ["Transform", "What it does"],
      registry.map(({ name, summary, docs }) => [`\`${name}\``, `${summary} ([documentation](${docs}))`]),
    ),
  options: () =>
    table(
      ["Option", "Meaning"],
      optionSpecs.map(({ flags, description }) => [`\`${flags}\``, description]),
    ),
  "exit-codes": () =>
    table(
      ["Code", "Meaning"],
      exitCodes.map(({ code, meaning }) => [`**${code}**`, meaning]),
    ),
  benchmark: () => [headline(readResults()), ...readResults().trees.map(tableOf)].join("\n\n"),
  dependencies: () => {
    const { head, rows } = dependencyRows();
    return table(head, rows);
  },
  rules: () =>
    table(
      ["Rule", "Severity", "What it says"],
      Object.entries(rules)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, { severity, summary, docs }]) => [docs === undefined ? `\`${name}\`` : `[\`${name}\`](${docs})`, severity, summary]),
    ),
};

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells
      .map((cell) =>
        cell
          .replaceAll("|", "\\|")
          .replace(/<(?=[\w/])/g, "&lt;")
          .replace(/`[^`]*`/g, (code) => code.replaceAll("&lt;", "<")),
      )
      .join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** @throws where a table has a start and no end */
function withTables(text: string): string {
  return Object.entries(tables).reduce((result, [name, make]) => {
    const start = `<!-- ${name}:start -->`;
    const end = `<!-- ${name}:end -->`;
    const from = result.indexOf(start);
    if (from < 0) return result;
    const to = result.indexOf(end, from);
    if (to < 0) throw new Error(`There is ${start} and no ${end}.`);
    return `${result.slice(0, from + start.length)}\n\n${make()}\n\n${result.slice(to)}`;
  }, text);
}

for (const document of DOCUMENTS) {
  const path = join(import.meta.dirname, "..", document);
  const before = readFileSync(path, "utf8");
  const after = withTables(before);
  if (!process.argv.includes("--check")) writeFileSync(path, after);
  else if (after !== before) {
    console.error(`${document} is out of date. Write it: npm run docs`);
    process.exitCode = 1;
  }
}
