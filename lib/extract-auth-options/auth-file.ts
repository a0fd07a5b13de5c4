import { posix } from "node:path";
import { importersOf } from "../project/importers.ts";
import type { Project } from "../project/project.ts";
import { isCommonJs } from "../edit/imports.ts";
import { isClientFile, fileDirective } from "../syntax/directives.ts";
import { importBindings, moduleReferences, type ImportBinding } from "../syntax/imports.ts";
import { topLevelStatements } from "../syntax/top-level.ts";
import { joinPath, parentOf } from "../workspace/app.ts";
import { ParseError } from "../workspace/parse.ts";
import type { SourceFile } from "../workspace/source-file.ts";

/** Where the options go: a file of their own, or one that is there and has room for them. */
export interface AuthFile {
  path: string;
  existing: SourceFile | undefined;
}

/** What is about to move in. */
export interface Arrival {
  route: SourceFile;
  names: readonly string[];
  imports: readonly ImportBinding[];
}

const EXTENSIONS = ["ts", "tsx", "mts", "cts", "js", "jsx", "mjs", "cjs"];
const TYPED = /\.[cm]?tsx?$/;

/**
 * The file for the options: `lib/auth` beside `app/`, or the one asked for with `--auth-file`; `auth-options`
 * beside it where that one is taken. The language is the route's.
 */
export function findAuthFile(project: Project, arrival: Arrival, hasJsx: boolean): AuthFile | undefined {
  const { route } = arrival;
  const extension = TYPED.test(route.path)
    ? hasJsx
      ? "tsx"
      : "ts"
    : /\.[cm]js$/.test(route.path)
      ? posix.extname(route.path).slice(1)
      : "js";
  const asked = project.options.authFile;
  const wanted =
    asked === undefined
      ? joinPath(project.app.sourceDir, "lib", `auth.${extension}`)
      : joinPath(project.app.dir, posix.extname(asked) === "" ? `${asked}.${extension}` : asked);
  const beside = (name: string) => joinPath(parentOf(wanted), `${name}.${extension}`);
  for (const path of [wanted, beside("auth-options"), beside("next-auth-options")]) {
    const stem = path.slice(0, path.length - posix.extname(path).length);
    // `@/lib/auth` would mean the new file instead of the folder's index.
    if (project.workspace.hasFolder(stem)) continue;
    const taken = EXTENSIONS.map((candidate) => `${stem}.${candidate}`).find((candidate) => project.workspace.has(candidate));
    if (taken === undefined) return { path, existing: undefined };
    const existing = project.workspace.source(taken);
    if (existing !== undefined && taken !== route.path && hasRoom(project, existing, arrival)) return { path: taken, existing };
  }
  return undefined;
}

/** Whether the moved code can live in a file without meeting a name, a directive or an import that bites it. */
function hasRoom(project: Project, file: SourceFile, arrival: Arrival): boolean {
  try {
    if (TYPED.test(file.path) !== TYPED.test(arrival.route.path) || isCommonJs(file) !== isCommonJs(arrival.route)) return false;
    if (isClientFile(file) || fileDirective(file, "use server")) return false;
    return !namesMeet(project, file, arrival) && !importsCircle(project, file, arrival) && !isForClients(project, file);
  } catch (error) {
    if (error instanceof ParseError) return false;
    throw error;
  }
}

function namesMeet(project: Project, file: SourceFile, { route, names, imports }: Arrival): boolean {
  const declared = new Set(topLevelStatements(file).flatMap((statement) => statement.names));
  const own = new Map(importBindings(file).map((binding) => [binding.local.name, binding]));
  const globals = new Set(Object.keys(file.nodePath(file.ast.program).scope.globals as object));
  const takesRoute = [...own.values()].filter((binding) => project.resolver.resolveFile(binding.source, file.path) === route.path);
  const arrives = (binding: ImportBinding) =>
    binding.kind === "import" && binding.imported === binding.local.name && names.includes(binding.imported);
  if (!takesRoute.every(arrives)) return true;
  const meetsName = names.some(
    (name) => declared.has(name) || globals.has(name) || (own.has(name) && !takesRoute.includes(own.get(name)!)),
  );
  return (
    meetsName ||
    imports.some((binding) => {
      const name = binding.local.name;
      const target = project.resolver.resolveFile(binding.source, route.path);
      if (target === file.path) return binding.imported !== name || !declared.has(name);
      const same = own.get(name);
      if (same === undefined) return declared.has(name) || globals.has(name) || binding.imported === "*";
      const sameTarget =
        target === undefined ? same.source === binding.source : project.resolver.resolveFile(same.source, file.path) === target;
      return !sameTarget || same.imported !== binding.imported || (same.typeOnly && !binding.typeOnly);
    })
  );
}

/** Whether something that moves in imports, through other files, the file it moves to. */
function importsCircle(project: Project, file: SourceFile, { route, imports }: Arrival): boolean {
  const seen = new Set<string>([route.path]);
  const queue = imports
    .filter(({ typeOnly }) => !typeOnly)
    .flatMap((binding) => project.resolver.resolveFile(binding.source, route.path) ?? [])
    .filter((path) => path !== file.path);
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (path === file.path) return true;
    if (seen.has(path)) continue;
    seen.add(path);
    const next = project.workspace.source(path);
    if (next === undefined || !/\.[cm]?[jt]sx?$/.test(path)) continue;
    for (const { literal, node } of moduleReferences(next)) {
      if (node.type === "ImportDeclaration" && node.importKind === "type") continue;
      const target = project.resolver.resolveFile(literal.value, path);
      if (target !== undefined) queue.push(target);
    }
  }
  return false;
}

/** Whether a file is loaded in the browser or in middleware, where database drivers and providers must not follow. */
function isForClients(project: Project, file: SourceFile): boolean {
  const seen = new Set<string>();
  const queue = [file.path];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    for (const importer of importersOf(project, path)) {
      const onlyTypes = importer.references.every(({ node }) => node.type === "ImportDeclaration" && node.importKind === "type");
      if (onlyTypes || fileDirective(importer.file, "use server")) continue;
      if (isClientFile(importer.file) || /(?:^|\/)(?:middleware|proxy)\.[cm]?[jt]s$/.test(importer.file.path)) return true;
      queue.push(importer.file.path);
    }
  }
  return false;
}
