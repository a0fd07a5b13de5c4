import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { transforms } from "../transforms/index.ts";
import { registry } from "../transforms/registry.ts";

const ROOT = join(import.meta.dirname, "..");

test("the registry is the list of transforms, in the same order and words", async () => {
  const loaded = await Promise.all(registry.map(({ load }) => load()));
  expect(loaded).toEqual(transforms);
  expect(registry.map(({ name, summary }) => ({ name, summary }))).toEqual(transforms.map(({ name, summary }) => ({ name, summary })));
});

test.each(["--version", "--help", "list", "extract-options"])("%s loads no parser, formatter or prompt", (argument) => {
  const script = `
    import { createRequire } from "node:module";
    const { main } = await import(${JSON.stringify(pathToFileURL(join(ROOT, "lib/cli/main.ts")).href)});
    await main([${JSON.stringify(argument)}]);
    const required = Object.keys(createRequire(import.meta.url).cache);
    console.log("LOADED " + JSON.stringify(required.map((path) => /node_modules[\\\\/](@?[^\\\\/]+)/.exec(path)?.[1])));
  `;
  const { stdout } = spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], { cwd: ROOT, encoding: "utf8" });
  const loaded = JSON.parse(/^LOADED (.*)$/m.exec(stdout)![1]!) as string[];
  expect(loaded).toContain("commander");
  expect(loaded.filter((name) => name === "@babel" || name === "prettier" || name === "@clack")).toEqual([]);
});
