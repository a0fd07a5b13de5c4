import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format } from "prettier";
import { allRules, explained } from "../lib/doctor/rules.ts";
import { rulePage, rulesIndex } from "./rule-pages.ts";

/**
 * Writes docs/rules/: a page a rule and a list of them, from the tables in lib/doctor and lib/findings.
 * With --check it writes nothing, and fails where a page is missing, out of date or left over.
 */
const folder = join(import.meta.dirname, "../docs/rules");
const checks = process.argv.includes("--check");

const names = Object.keys(allRules).sort();
const pages = new Map<string, string>();
for (const [file, text] of [
  ["README.md", rulesIndex(names.map((name) => explained(name)!))],
  ...names.map((name) => [`${name}.md`, rulePage(explained(name)!)]),
] as [string, string][])
  pages.set(file, await format(text, { parser: "markdown", printWidth: 140 }));

const present = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(".md")) : [];
const leftOver = present.filter((file) => !pages.has(file));
const outdated = [...pages]
  .filter(([file, text]) => !present.includes(file) || readFileSync(join(folder, file), "utf8") !== text)
  .map(([file]) => file);

if (checks && leftOver.length + outdated.length > 0) {
  console.error(`docs/rules is not what the rules say: ${[...outdated, ...leftOver].join(", ")}. Run npm run docs.`);
  process.exitCode = 1;
}
if (!checks) {
  mkdirSync(folder, { recursive: true });
  for (const file of leftOver) rmSync(join(folder, file));
  for (const file of outdated) writeFileSync(join(folder, file), pages.get(file)!);
  console.log(`docs/rules: ${pages.size} pages, ${outdated.length} written, ${leftOver.length} removed.`);
}
