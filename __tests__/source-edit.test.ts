import { describe, expect, test } from "vitest";
import { SourceEdit } from "../lib/edit/source-edit.ts";
import { importBindings } from "../lib/syntax/imports.ts";
import { SourceFile } from "../lib/workspace/source-file.ts";

function edit(source: string, change: (change: ReturnType<SourceEdit["because"]>, file: SourceFile) => void, path = "file.tsx"): string {
  const file = new SourceFile(path, source);
  const edits = new SourceEdit(file, "test");
  change(edits.because("a reason"), file);
  return edits.render();
}

const authOptions = { source: "@/lib/auth", imported: "authOptions", local: "authOptions" };

describe("an added import", () => {
  test.each([
    [
      "goes after the last import",
      `import a from "a";\n\na();\n`,
      `import a from "a";\nimport { authOptions } from "@/lib/auth";\n\na();\n`,
    ],
    ["goes after directives", `"use client";\n\na();\n`, `"use client";\n\nimport { authOptions } from "@/lib/auth";\n\na();\n`],
    [
      "goes after a directive that code follows at once",
      `"use client"\na()\n`,
      `"use client"\n\nimport { authOptions } from "@/lib/auth"\n\na()\n`,
    ],
    ["goes after a shebang", `#!/usr/bin/env node\na();\n`, `#!/usr/bin/env node\nimport { authOptions } from "@/lib/auth";\n\na();\n`],
    ["goes below a licence comment", `/* Licence */\n\na();\n`, `/* Licence */\n\nimport { authOptions } from "@/lib/auth";\n\na();\n`],
    [
      "goes above a comment that belongs to the first statement",
      `/* about a */\na();\n`,
      `import { authOptions } from "@/lib/auth";\n\n/* about a */\na();\n`,
    ],
    ["joins an import from the same module", `import { other } from "@/lib/auth";\n`, `import { other, authOptions } from "@/lib/auth";\n`],
    ["joins a default import", `import other from "@/lib/auth";\n`, `import other, { authOptions } from "@/lib/auth";\n`],
    [
      "joins a list over several lines",
      `import {\n  one,\n  two,\n} from "@/lib/auth";\n`,
      `import {\n  one,\n  two,\n  authOptions,\n} from "@/lib/auth";\n`,
    ],
    [
      "joins a list without a trailing comma",
      `import {\n  one,\n  two\n} from "@/lib/auth";\n`,
      `import {\n  one,\n  two,\n  authOptions\n} from "@/lib/auth";\n`,
    ],
    [
      "does not join a type import",
      `import type { One } from "@/lib/auth";\n`,
      `import type { One } from "@/lib/auth";\nimport { authOptions } from "@/lib/auth";\n`,
    ],
    [
      "does not join a namespace",
      `import * as auth from "@/lib/auth";\n`,
      `import * as auth from "@/lib/auth";\nimport { authOptions } from "@/lib/auth";\n`,
    ],
    ["is not added twice", `import { authOptions } from "@/lib/auth";\n`, `import { authOptions } from "@/lib/auth";\n`],
    [
      "takes the file's quotes and semicolons",
      `import a from 'a'\n\na()\n`,
      `import a from 'a'\nimport { authOptions } from '@/lib/auth'\n\na()\n`,
    ],
    [
      "takes the file's line ends",
      `import a from "a";\r\n\r\na();\r\n`,
      `import a from "a";\r\nimport { authOptions } from "@/lib/auth";\r\n\r\na();\r\n`,
    ],
    [
      "is a require in CommonJS",
      `const a = require("a");\nmodule.exports = a;\n`,
      `const a = require("a");\nconst { authOptions } = require("@/lib/auth");\nmodule.exports = a;\n`,
    ],
  ])("%s", (_, before, after) => {
    expect(edit(before, (change) => change.addImport(authOptions), before.includes("require") ? "file.js" : "file.tsx")).toBe(after);
  });

  test("keeps a byte order mark first", () => {
    expect(edit(`\uFEFFa();\n`, (change) => change.addImport(authOptions))).toBe(
      `\uFEFFimport { authOptions } from "@/lib/auth";\n\na();\n`,
    );
  });
});

describe("an import that loses its last use", () => {
  const dropCall = (change: ReturnType<SourceEdit["because"]>, file: SourceFile) =>
    void change.replace(file.nodes("ExpressionStatement")[0]!, "done();");

  test.each([
    ["goes with its line", `import a from "a";\nimport b from "b";\n\na();\nb();\n`, `import b from "b";\n\ndone();\nb();\n`],
    ["goes from a list", `import { a, b, c } from "x";\n\na(c);\nb();\n`, `import { b } from "x";\n\ndone();\nb();\n`],
    ["goes from the end of a list", `import {\n  b,\n  a,\n} from "x";\n\na();\nb();\n`, `import {\n  b,\n} from "x";\n\ndone();\nb();\n`],
    ["leaves the default import", `import b, { a } from "x";\n\na();\nb();\n`, `import b from "x";\n\ndone();\nb();\n`],
    ["leaves the named imports", `import a, { b } from "x";\n\na();\nb();\n`, `import { b } from "x";\n\ndone();\nb();\n`],
    [
      "leaves the comment at the head of the file",
      `// Licence\nimport a from "a";\nimport b from "b";\n\na();\nb();\n`,
      `// Licence\nimport b from "b";\n\ndone();\nb();\n`,
    ],
    [
      "stays where a type still needs it",
      `import { A } from "a";\n\nnew A();\nlet x: A;\n`,
      `import { A } from "a";\n\ndone();\nlet x: A;\n`,
    ],
    [
      "stays where a local variable only shadows the removed name",
      `import a from "a";\n\n((a) => a)(1);\na();\n`,
      `import a from "a";\n\ndone();\na();\n`,
    ],
  ])("%s", (_, before, after) => {
    expect(edit(before, dropCall)).toBe(after);
  });

  test("stays where it had no use before: that is not the change's doing", () => {
    expect(edit(`import unused from "u";\n\na();\n`, dropCall)).toBe(`import unused from "u";\n\ndone();\n`);
  });

  test("makes room for another from the same module", () => {
    const result = edit(`import { a, b } from "x";\n\na(b);\n`, (change, file) => {
      dropCall(change, file);
      change.addImport({ source: "x", imported: "c", local: "d" });
    });
    expect(result).toBe(`import { c as d } from "x";\n\ndone();\n`);
  });
});

test("an import is removed by its binding", () => {
  const result = edit(`import { a, b } from "x";\n`, (change, file) => change.removeImport(importBindings(file)[0]!));
  expect(result).toBe(`import { b } from "x";\n`);
});

test("two changes of the same text are refused with both reasons", () => {
  const file = new SourceFile("file.ts", "one(two);");
  const edits = new SourceEdit(file, "test");
  edits.because("first").replace(file.nodes("CallExpression")[0]!, "1");
  edits.because("second").replace(file.nodes("Identifier")[1]!, "2");
  expect(() => edits.render()).toThrow(/"first" and "second"/);
});

test("only accepted choices are rendered, with their imports", () => {
  const file = new SourceFile("file.ts", "one();\ntwo();\n");
  const edits = new SourceEdit(file, "test");
  const [one, two] = file.nodes("ExpressionStatement");
  edits.because("first", "a").replace(one!, "1;").addImport({ source: "a", imported: "a", local: "a" });
  edits.because("second", "b").replace(two!, "2;").addImport({ source: "b", imported: "b", local: "b" });
  expect(edits.render((choice) => choice === "b")).toBe(`import { b } from "b";\n\none();\n2;\n`);
});
