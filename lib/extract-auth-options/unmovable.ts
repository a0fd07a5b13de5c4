import type { Node, VariableDeclaration } from "@babel/types";
import { isCommonJs } from "../edit/imports.ts";
import { bindingOf } from "../syntax/bindings.ts";
import { topLevelStatements, topLevelUses, type TopLevelStatement } from "../syntax/top-level.ts";
import type { SourceFile } from "../workspace/source-file.ts";
import type { Refusal } from "./route-options.ts";

/** What in the moving statements cannot be moved safely, or what keeps a hand on them. */
export function findUnmovable(
  file: SourceFile,
  statements: readonly TopLevelStatement[],
  handlers: ReadonlySet<TopLevelStatement>,
  isGone: (node: Node) => boolean,
): Refusal | undefined {
  const no = (at: Node, message: string): Refusal => ({ rule: "options-not-movable", at, message });
  if (isCommonJs(file)) return no(file.ast.program, "The route is a CommonJS module.");
  const handler = statements.find((statement) => handlers.has(statement));
  if (handler) return no(handler.node, "The options are declared together with the route's handler, or need it.");
  const moduleDefault = statements.find(({ node }) => node.type === "ExportDefaultDeclaration");
  if (moduleDefault) return no(moduleDefault.node, "What the options need is the default export of the route.");
  for (const node of file.nodes("AwaitExpression")) {
    if (isGone(node) && ![...file.ancestors(node)].some(({ type }) => /Function|ObjectMethod|ClassMethod|ClassPrivateMethod/.test(type)))
      return no(node, "What the options need is awaited while the module loads.");
  }
  for (const node of file.nodes("MetaProperty"))
    if (isGone(node) && file.slice(node) === "import.meta")
      return no(node, "What the options need speaks of its own file's place (`import.meta`).");
  for (const node of file.nodes("Identifier"))
    if (/^__(?:dir|file)name$/.test(node.name) && isGone(node))
      return no(node, `What the options need speaks of its own file's place (\`${node.name}\`).`);
  const variables = [...statements].flatMap(({ inner }) => (inner.type === "VariableDeclaration" && inner.kind !== "const" ? [inner] : []));
  for (const declaration of variables) {
    const write = writesTo(file, declaration).find((node) => !isGone(node));
    if (write) return no(write, "A variable that the options need is assigned by code that stays in the route.");
  }
  const names = new Set(statements.flatMap((statement) => statement.names));
  for (const statement of topLevelStatements(file)) {
    if (
      statements.includes(statement) ||
      !/^(?:If|For|ForIn|ForOf|While|DoWhile|Switch|Try|Block)(?:Statement)?$/.test(statement.node.type)
    )
      continue;
    const { start, end } = statement.node;
    const isPart = topLevelUses(file).some(({ name, node }) => node.start! >= start! && node.end! <= end! && names.has(name));
    if (isPart) return no(statement.node, "What the options need is prepared by statements at the top of the route.");
  }
  return undefined;
}

function writesTo(file: SourceFile, declaration: VariableDeclaration): Node[] {
  return declaration.declarations.flatMap(({ id }) => {
    if (id.type !== "Identifier") return [];
    return bindingOf(file, id)?.assignments ?? [];
  });
}
