import { readdirSync } from "node:fs";
import { defineConfig } from "tsdown";

/** What is a transform and not a list of them. */
const transforms = readdirSync("transforms").filter((file) => file.endsWith(".ts") && file !== "index.ts" && file !== "registry.ts");

/** How long a plugin takes on a busy machine is nobody's concern. */
const checks = { pluginTimings: false };

export default defineConfig([
  {
    entry: { cli: "bin/next-auth-codemod.ts", index: "lib/index.ts" },
    format: "esm",
    platform: "node",
    target: "node20",
    dts: { entry: "lib/index.ts" },
    clean: true,
    checks,
  },
  {
    // jscodeshift loads a transform with require(): CommonJS, with everything that is ESM-only inlined.
    entry: transforms.map((file) => `transforms/${file}`),
    outDir: "dist/transforms",
    format: "cjs",
    platform: "node",
    target: "node20",
    dts: true,
    clean: true,
    // jscodeshift knows a default export beside named ones.
    outputOptions: { exports: "named" },
    checks,
  },
]);
