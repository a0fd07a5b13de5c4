import { readFileSync } from "node:fs";
import { join } from "node:path";

export const FLEET = readFileSync(join(import.meta.dirname, "../../docs/fleet.md"), "utf8");

/** A file of a recipe, as docs/fleet.md shows it: the code block that has the file's name after its language. */
export function recipe(name: string): string {
  for (const [, title, content] of FLEET.matchAll(/^```\w+ (\S+)\n([^]*?)^```$/gm)) if (title === name) return content!;
  throw new Error(`docs/fleet.md has no code block called ${name}.`);
}

/** The value of each `run` in a YAML recipe, in order: on its line, or in the indented block below it. */
export function runsIn(yaml: string): string[] {
  const lines = yaml.split("\n");
  return lines.flatMap((line, i) => {
    const [, before, value] = /^( *(?:- )?)run: (.*)$/.exec(line) ?? [];
    if (before === undefined) return [];
    if (value !== "|") return [value!];
    const indent = " ".repeat(before.length + 2);
    const below = lines.slice(i + 1);
    const end = below.findIndex((one) => !one.startsWith(indent));
    return [
      below
        .slice(0, end)
        .map((one) => `${one.slice(indent.length)}\n`)
        .join(""),
    ];
  });
}
