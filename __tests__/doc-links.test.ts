import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";
import { allRules } from "../lib/doctor/rules.ts";

/** Next.js brings its documentation along. */
const documentation = join(dirname(createRequire(import.meta.url).resolve("next/package.json")), "dist/docs");

const links = Object.entries(allRules).flatMap(([name, { docs }]) =>
  docs?.startsWith("https://nextjs.org/docs/") && !docs.includes("/messages/") ? [[name, docs] as const] : [],
);

test.skipIf(!existsSync(documentation)).each(links)("%s: %s is a heading of Next.js's documentation", (_, link) => {
  const { pathname, hash } = new URL(link);
  const headings = pages.get(pathname);
  expect(headings).toBeDefined();
  if (hash !== "") expect(headings).toContain(hash.slice(1));
});

/** The pages by their address, each with the anchors of its headings. */
const pages = new Map(
  (existsSync(documentation) ? readdirSync(documentation, { recursive: true }) : [])
    .map((entry) => join(documentation, String(entry)))
    .filter((path) => /\.mdx?$/.test(path))
    .map((path) => {
      const parts = relative(documentation, path)
        .replace(/\.mdx?$/, "")
        .split(/[\\/]/)
        .map((part) => part.replace(/^\d+-/, ""));
      return [["/docs", ...parts.filter((part) => part !== "index")].join("/"), anchorsIn(readFileSync(path, "utf8"))] as const;
    }),
);

function anchorsIn(text: string): string[] {
  return [...text.replace(/^```[^]*?^```/gm, "").matchAll(/^#{1,6}\s+(.+)$/gm)].map(([, title]) =>
    title!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .trim()
      .replace(/\s/g, "-"),
  );
}
