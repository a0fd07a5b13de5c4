import type {
  CallExpression,
  Expression,
  Identifier,
  ImportDeclaration,
  ImportDefaultSpecifier,
  ImportNamespaceSpecifier,
  ImportSpecifier,
  Node,
  VariableDeclarator,
} from "@babel/types";
import type { SourceFile } from "../workspace/source-file.ts";

/** One name that a file takes from another module, however it is written. */
export interface ImportBinding {
  /** The name in this file. */
  local: Identifier;
  /** The name in the other module; `default`, or `*` for all of it. */
  imported: string;
  /** The specifier as written: `next-auth/react`, `@/lib/auth`. */
  source: string;
  kind: "import" | "require" | "dynamic-import";
  typeOnly: boolean;
  declaration: ImportDeclaration | VariableDeclarator;
  /** The import specifier, or undefined where the name comes from `require` or `import()`. */
  specifier: ImportSpecifier | ImportDefaultSpecifier | ImportNamespaceSpecifier | undefined;
}

/** A string that names a module: where a moved module has to be renamed. */
export interface ModuleReference {
  /** The string literal itself. */
  literal: Node & { start?: number | null; end?: number | null; value: string };
  kind: "import" | "export" | "require" | "dynamic-import" | "import-type" | "mock";
  node: Node;
}

const known = new WeakMap<SourceFile, ImportBinding[]>();

/** Every name that a file imports: `import`, `require()`, `await import()`, destructured or not. */
export function importBindings(file: SourceFile): readonly ImportBinding[] {
  let bindings = known.get(file);
  if (bindings === undefined) known.set(file, (bindings = [...fromImports(file), ...fromRequires(file)]));
  return bindings;
}

function fromImports(file: SourceFile): ImportBinding[] {
  return file.ast.program.body.flatMap((declaration) => {
    if (declaration.type !== "ImportDeclaration") return [];
    return declaration.specifiers.map((specifier): ImportBinding => {
      const typeOnly = declaration.importKind === "type" || (specifier.type === "ImportSpecifier" && specifier.importKind === "type");
      return {
        local: specifier.local,
        imported: importedName(specifier),
        source: declaration.source.value,
        kind: "import",
        typeOnly,
        declaration,
        specifier,
      };
    });
  });
}

function importedName(specifier: ImportSpecifier | ImportDefaultSpecifier | ImportNamespaceSpecifier): string {
  if (specifier.type === "ImportDefaultSpecifier") return "default";
  if (specifier.type === "ImportNamespaceSpecifier") return "*";
  return specifier.imported.type === "Identifier" ? specifier.imported.name : specifier.imported.value;
}

function fromRequires(file: SourceFile): ImportBinding[] {
  if (!/\brequire\b|\bimport\s*\(/.test(file.text)) return [];
  return file.nodes("VariableDeclarator").flatMap((declaration): ImportBinding[] => {
    const loaded = declaration.init && loadedModule(declaration.init);
    if (!loaded) return [];
    const { source, kind, member } = loaded;
    const binding = (local: Identifier, imported: string): ImportBinding => ({
      local,
      imported,
      source,
      kind,
      typeOnly: false,
      declaration,
      specifier: undefined,
    });
    if (declaration.id.type === "Identifier") return [binding(declaration.id, member ?? "*")];
    if (declaration.id.type !== "ObjectPattern" || member !== undefined) return [];
    return declaration.id.properties.flatMap((property) => {
      if (property.type !== "ObjectProperty" || property.computed || property.key.type !== "Identifier") return [];
      const local = property.value.type === "AssignmentPattern" ? property.value.left : property.value;
      return local.type === "Identifier" ? [binding(local, property.key.name)] : [];
    });
  });
}

/** `require("x")`, `await import("x")`, and one member of either. */
function loadedModule(expression: Expression): { source: string; kind: "require" | "dynamic-import"; member?: string } | undefined {
  if (expression.type === "MemberExpression" && !expression.computed && expression.property.type === "Identifier") {
    const loaded = loadedModule(expression.object as Expression);
    return loaded && loaded.member === undefined ? { ...loaded, member: expression.property.name } : undefined;
  }
  if (expression.type === "AwaitExpression") {
    const source = expression.argument.type === "CallExpression" && dynamicImportSource(expression.argument);
    return source ? { source, kind: "dynamic-import" } : undefined;
  }
  if (expression.type !== "CallExpression" || expression.callee.type !== "Identifier" || expression.callee.name !== "require")
    return undefined;
  const source = stringArgument(expression);
  return source ? { source: source.value, kind: "require" } : undefined;
}

function dynamicImportSource(call: CallExpression): string | undefined {
  return call.callee.type === "Import" ? stringArgument(call)?.value : undefined;
}

function stringArgument(call: CallExpression) {
  const [first] = call.arguments;
  return first?.type === "StringLiteral" ? first : undefined;
}

const MOCKS = /^(?:mock|unmock|doMock|dontMock|doUnmock|requireActual|requireMock|importActual|importMock|setMock|createMockFromModule)$/;

/** Every string of a file that names a module, mocks of Vitest and Jest included. */
export function moduleReferences(file: SourceFile): ModuleReference[] {
  const found: ModuleReference[] = [];
  for (const node of file.nodes("ImportDeclaration")) found.push({ literal: node.source, kind: "import", node });
  for (const node of file.nodes("ExportNamedDeclaration")) if (node.source) found.push({ literal: node.source, kind: "export", node });
  for (const node of file.nodes("ExportAllDeclaration")) found.push({ literal: node.source, kind: "export", node });
  for (const node of file.nodes("TSImportType"))
    if (node.argument.type === "StringLiteral") found.push({ literal: node.argument, kind: "import-type", node });
  for (const node of file.nodes("TSExternalModuleReference"))
    if (node.expression.type === "StringLiteral") found.push({ literal: node.expression, kind: "require", node });
  for (const node of file.nodes("CallExpression")) {
    const literal = stringArgument(node);
    const kind = literal && callKind(node);
    if (kind) found.push({ literal, kind, node });
  }
  return found;
}

function callKind({ callee }: CallExpression): ModuleReference["kind"] | undefined {
  if (callee.type === "Import") return "dynamic-import";
  if (callee.type === "Identifier") return callee.name === "require" ? "require" : undefined;
  if (callee.type !== "MemberExpression" || callee.object.type !== "Identifier" || callee.property.type !== "Identifier") return undefined;
  if (callee.object.name === "require" && callee.property.name === "resolve") return "require";
  return /^(?:jest|vi)$/.test(callee.object.name) && MOCKS.test(callee.property.name) ? "mock" : undefined;
}
