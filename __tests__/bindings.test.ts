import type { Binding as BabelBinding } from "@babel/traverse";
import { describe, expect, test } from "vitest";
import { bindingOf } from "../lib/syntax/bindings.ts";
import { isPropertyName } from "../lib/syntax/property-name.ts";
import { plainDeclarations } from "../lib/syntax/plain-declarations.ts";
import { SourceFile } from "../lib/workspace/source-file.ts";
import { isCode } from "../lib/workspace/code-file.ts";
import { findFixtures } from "./support/fixture.ts";

/** What Babel's scopes say of every identifier that is decided without them, where the two do not agree. */
function disagreements(file: SourceFile): string[] {
  return file.nodes("Identifier").flatMap((identifier) => {
    if (isPropertyName(file, identifier) || plainDeclarations(file, identifier.name) === undefined) return [];
    const babel: BabelBinding | undefined = file.nodePath(identifier).scope.getBinding(identifier.name);
    const binding = bindingOf(file, identifier);
    const at = `${file.path}:${file.position(identifier).line} ${identifier.name}`;
    if (binding?.identifier !== babel?.identifier) return [`${at}: declared elsewhere`];
    if (binding === undefined || babel === undefined) return [];
    const isType = (node: { type: string } | undefined) =>
      node?.type.startsWith("TS") === true && !/^TS(?:As|NonNull|Satisfies)/.test(node.type);
    const values = babel.referencePaths.map(({ node }) => node).filter((node) => !/^Export/.test(node.type) && !isType(file.parent(node)));
    const own = binding.values.filter((node) => node.type !== "JSXIdentifier" || file.parent(node)?.type !== "JSXClosingElement");
    const theirs = values.filter((node) => node.type !== "JSXIdentifier" || file.parent(node)?.type !== "JSXClosingElement");
    return [
      binding.declaration !== babel.path.node && "another declaration",
      binding.isParameter !== (babel.kind === "param") && "a parameter or not",
      binding.isTopLevel !== babel.scope.path.isProgram() && "the top of the file or not",
      !babel.constant && "it is assigned to",
      (own.length !== theirs.length || own.some((node) => !theirs.includes(node))) && "other uses",
    ].flatMap((difference) => (difference ? [`${at}: ${difference}`] : []));
  });
}

describe("a name that is decided without scopes means what Babel's scopes say", () => {
  test("in every fixture", () => {
    const files = findFixtures()
      .flatMap(({ input }) => [...input])
      .filter(([path]) => isCode(path))
      .map(([path, text]) => new SourceFile(path, text))
      .filter((file) => file.parses);
    const decided = files.reduce(
      (sum, file) => sum + file.nodes("Identifier").filter(({ name }) => plainDeclarations(file, name) !== undefined).length,
      0,
    );
    const all = files.reduce((sum, file) => sum + file.nodes("Identifier").length, 0);
    expect(files.flatMap(disagreements)).toEqual([]);
    expect(decided / all).toBeGreaterThan(0.9);
  });

  test.each([
    ["a shadowed name", "import { a } from 'x';\nexport function f(a: number) { return a; }\nf(a);", "a"],
    ["an assignment", "let a = 1;\na = 2;\nexport const b = a;", "a"],
    ["an assigning pattern", "let a = 1;\n({ a } = { a: 2 });\nexport const b = a;", "a"],
    ["an update", "let a = 1;\na++;", "a"],
    ["a loop's variable", "let a;\nfor (a of [1]) console.log(a);", "a"],
    ["a use outside of the block", "{ const a = 1; console.log(a); }\nconsole.log(a);", "a"],
    ["a var", "if (x) { var a = 1; }\nconsole.log(a);", "a"],
    ["a type parameter", "import { A } from 'x';\nexport type B<A> = A[];", "A"],
    ["a type and a value", "import { A } from 'x';\ninterface A { b: string }\nexport const c: A = A;", "A"],
    ["a label", "const a = 1;\na: for (;;) break a;", "a"],
    ["a caught error in its way", "const a = 1;\ntry { f(); } catch (a) { console.log(a); }", "a"],
    ["a function expression's name", "export const b = function a() { return a; };", "a"],
    ["an enumeration", "enum A { b }\nexport const c = A.b;", "A"],
    ["a namespace", "namespace A { export const b = 1; }\nexport const c = A.b;", "A"],
    ["a declaration of what is elsewhere", "declare class A {}\nexport const c = A;", "A"],
    ["a parameter property", "export class A { constructor(private a: number) { console.log(a); } }", "a"],
  ])("and is left to the scopes where there is %s", (_, text, name) => {
    const file = new SourceFile("file.ts", text);
    expect(plainDeclarations(file, name)).toBeUndefined();
  });
});
