import tseslint from "typescript-eslint";

/** What a folder of lib may not import: the arrows go one way, bin → cli → migrate → transforms → next-auth → project → edit, syntax → workspace. */
const layers = ["workspace", "syntax", "edit", "project", "next-auth", "review", "cli"];
const above = (layer) => layers.slice(layers.indexOf(layer) + 1).flatMap((other) => [`**/${other}/**`, `../${other}/*`]);

export default tseslint.config(
  { ignores: ["dist/", "__testfixtures__/", "examples/", "node_modules/", "coverage/", ".apps/"] },
  ...tseslint.configs.recommended,
  {
    rules: {
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/consistent-type-imports": "error",
      "no-console": "error",
      eqeqeq: "error",
      "no-restricted-properties": ["error", { object: "process", property: "exit", message: "Return an exit code; only bin/ sets it." }],
    },
  },
  ...["workspace", "syntax", "next-auth"].map((layer) => ({
    files: [`lib/${layer}/**/*.ts`],
    rules: {
      "no-restricted-imports": ["error", { patterns: [{ group: above(layer), message: "The arrows go one way; see CONTRIBUTING.md." }] }],
    },
  })),
  { files: ["scripts/**", "bench/**", "e2e/**", "__tests__/**"], rules: { "no-console": "off" } },
  { files: ["**/*.cjs"], rules: { "@typescript-eslint/no-require-imports": "off" } },
);
