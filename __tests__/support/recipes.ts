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
  return [...yaml.matchAll(/^( *)(- )?run: (?:\|\n((?:\1 .*\n| *\n)+)|(.*)\n)/gm)].map(([, indent, dash, block, line]) => {
    const depth = indent!.length + (dash?.length ?? 0) + 2;
    return line ?? block!.replace(new RegExp(`^ {${depth}}`, "gm"), "");
  });
}
