import type { JSXElement, Node } from "@babel/types";
import type { FileStyle } from "../edit/style.ts";
import { dependencyRange } from "../next-auth/version.ts";
import { fact, type Project } from "../project/project.ts";
import { unwrap } from "../syntax/expressions.ts";
import { functionAround, type FunctionNode } from "../syntax/functions.ts";
import type { Around } from "../syntax/render-paths.ts";
import { parseSource } from "../workspace/parse.ts";
import type { SourceFile } from "../workspace/source-file.ts";

/** Elements that may not have a `div` among their children: only phrasing content, or only certain elements. https://html.spec.whatwg.org/multipage/dom.html#content-models */
const WITHOUT_BLOCKS = new Set(
  "p span h1 h2 h3 h4 h5 h6 em strong b i u s small mark code pre q cite abbr time label button legend summary sub sup kbd samp var data output ul ol dl menu table thead tbody tfoot tr colgroup select optgroup option datalist textarea title picture video audio svg".split(
    " ",
  ),
);
/** Elements that stand where their parent's content may. */
const TRANSPARENT = new Set(["a", "ins", "del", "Fragment", "React.Fragment", "Link"]);
/** Elements that say that a block may not stand beside them: table and list parts, and text. */
const AMONG_NO_BLOCKS = new Set(
  "li tr td th thead tbody tfoot caption col colgroup option optgroup dt dd span em strong b i small label".split(" "),
);
/** Components that, by their name, render one of those. */
const LIKE_TEXT =
  /(?:text|typography|heading|title|subtitle|label|button|btn|link|badge|chip|tag|option|select|item|table|row|cell|td|tr|th|list|tooltip|paragraph|description|caption|trigger|avatar)$/i;
const BLOCKS = new Set(
  "div section article main nav header footer aside form ul ol dl table p h1 h2 h3 h4 h5 h6 figure fieldset details hr pre blockquote address".split(
    " ",
  ),
);

const usesTailwind = fact((project: Project): boolean => {
  if (dependencyRange(project, "tailwindcss") !== undefined) return true;
  if (project.files.some((path) => /(?:^|\/)tailwind\.config\.[cm]?[jt]s$/.test(path))) return true;
  return project.files.some(
    (path) => /\.(?:css|pcss|scss)$/.test(path) && /@tailwind\s+\w|@import\s+["']tailwindcss/.test(project.workspace.read(path) ?? ""),
  );
});

/** What a loading branch renders: what was asked for, else a box that fits the project. */
export function placeholderText(project: Project, style: FileStyle): string {
  if (project.options.loading !== undefined) return project.options.loading.trim();
  const quote = style.jsxQuote;
  const quoted = (value: string) => quote + value + quote;
  if (usesTailwind(project)) return `<div className=${quoted("animate-pulse h-10 w-full bg-gray-200 rounded")} />`;
  return `<div role=${quoted("status")} aria-busy=${quoted("true")}>Loading…</div>`;
}

/** The placeholder for a branch among others in JSX: `null` where a block is not valid HTML. */
export function placeholderInside(
  file: SourceFile,
  placeholder: string,
  around: readonly Around[],
  isText: boolean,
  branches: readonly Node[],
  owner: FunctionNode,
): string {
  if (!isBlock(placeholder)) return placeholder;
  if (isText) return "null";
  const names = branches.flatMap((branch) => rootNames(file, branch));
  for (const { name } of around) {
    const text = file.slice(name).replace(/^["']|["']$/g, "");
    if (TRANSPARENT.has(text)) continue;
    if (!/^[A-Z]|\./.test(text)) return WITHOUT_BLOCKS.has(text) ? "null" : placeholder;
    // A component may render anything around its children; what stands among them already shows what may.
    if (names.some((root) => BLOCKS.has(root))) return placeholder;
    return LIKE_TEXT.test(text) || names.some((root) => AMONG_NO_BLOCKS.has(root)) ? "null" : placeholder;
  }
  return placeholderForReturn(file, placeholder, owner);
}

/** The placeholder for an early return: `null` where what the component renders shows that a block cannot stand in its place. */
export function placeholderForReturn(file: SourceFile, placeholder: string, owner: FunctionNode): string {
  if (!isBlock(placeholder)) return placeholder;
  const returned =
    owner.body.type === "BlockStatement"
      ? file
          .nodes("ReturnStatement")
          .filter((node) => functionAround(file, node) === owner)
          .map(({ argument }) => argument)
      : [owner.body as Node];
  const names = returned.flatMap((node) => (node ? rootNames(file, node) : []));
  return names.some((name) => AMONG_NO_BLOCKS.has(name)) && !names.some((name) => BLOCKS.has(name)) ? nothing(owner) : placeholder;
}

/** Nothing, in a form that a declared return type such as `JSX.Element` takes. */
export function nothing(owner: FunctionNode): string {
  return owner.returnType ? "<></>" : "null";
}

/** The elements an expression may render at its root. */
function rootNames(file: SourceFile, expression: Node): string[] {
  const node = unwrap(expression);
  if (node.type === "JSXElement")
    return isFragment(file, node) ? node.children.flatMap((child) => rootNames(file, child)) : [file.slice(node.openingElement.name)];
  if (node.type === "JSXFragment") return node.children.flatMap((child) => rootNames(file, child));
  if (node.type === "ConditionalExpression") return [...rootNames(file, node.consequent), ...rootNames(file, node.alternate)];
  if (node.type === "LogicalExpression") return rootNames(file, node.right);
  if (node.type === "JSXExpressionContainer") return rootNames(file, node.expression);
  return [];
}

function isFragment(file: SourceFile, { openingElement }: JSXElement): boolean {
  return /^(?:React\.)?Fragment$/.test(file.slice(openingElement.name));
}

/** Whether a placeholder may render a block: an element that is not text-level, or a component. */
function isBlock(placeholder: string): boolean {
  const statement = parseSource(`(${placeholder})`, "placeholder.tsx").program.body[0];
  const node = statement?.type === "ExpressionStatement" ? unwrap(statement.expression) : undefined;
  if (node?.type !== "JSXElement") return node?.type === "JSXFragment";
  const { name } = node.openingElement;
  return name.type !== "JSXIdentifier" || !/^(?:span|em|strong|b|i|small|progress|svg|img)$/.test(name.name);
}
