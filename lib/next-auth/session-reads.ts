import { posix } from "node:path";
import type { Node } from "@babel/types";
import { definitionOf } from "../project/definition.ts";
import { isTestFile } from "../project/entries.ts";
import { originOfBinding } from "../project/origin.ts";
import { fact, type Project } from "../project/project.ts";
import { bindingAt } from "../syntax/bindings.ts";
import { functionName } from "../syntax/components.ts";
import { functionAround, type FunctionNode, isFunction } from "../syntax/functions.ts";
import { importBindings } from "../syntax/imports.ts";
import { parentOf } from "../workspace/app.ts";
import type { SourceFile } from "../workspace/source-file.ts";
import { reachOf } from "./client-graph.ts";
import { sessionCalls, type SessionCall } from "./session-calls.ts";

/** A place that reads the session on the server: a call of getServerSession, or of a function whose body has one. */
export interface SessionRead {
  node: Node;
  call: SessionCall;
}

/** Every call of next-auth's session functions in the app's files that parse; tests, and files that nothing brings to run, left out. */
export const allSessionCalls = fact((project: Project): readonly SessionCall[] => {
  const files = project.mentioning(["getServerSession", "getSession"]).filter((file) => file.parses && !isTestFile(file.path));
  return files
    .flatMap((file) => sessionCalls(project, file))
    .filter(({ file }) => {
      const { client, server, elsewhere } = reachOf(project, file);
      return client !== undefined || server || elsewhere;
    });
});

/** The calls of `getServerSession`, by either of its names. */
export function serverSessionCalls(project: Project): readonly SessionCall[] {
  return allSessionCalls(project).filter(({ name }) => name !== "getSession");
}

const known = fact(() => new Map<SourceFile, SessionRead[]>());

/** The places of a file that read the session: directly, or through one function of the project's own (`auth()`). */
export function sessionReads(project: Project, file: SourceFile): readonly SessionRead[] {
  let reads = known(project).get(file);
  if (reads === undefined) known(project).set(file, (reads = mayRead(project, file) && file.parses ? findReads(project, file) : []));
  return reads;
}

/** By its text alone: most files need not be parsed. */
function mayRead(project: Project, file: SourceFile): boolean {
  if (file.text.includes("getServerSession")) return true;
  return [...readersOf(project)].some(([fn, { file: home }]) => {
    const name = functionName(home, fn);
    const stem = posix.basename(home.path).replace(/\.\w+$/, "");
    return (
      (name !== undefined && file.text.includes(name)) || file.text.includes(stem === "index" ? posix.basename(parentOf(home.path)) : stem)
    );
  });
}

function findReads(project: Project, file: SourceFile): SessionRead[] {
  const readers = readersOf(project);
  const direct = serverSessionCalls(project)
    .filter((call) => call.file === file)
    .map((call) => ({ node: call.call as Node, call }));
  if (readers.size === 0) return direct;
  const through = file.nodes("CallExpression").flatMap((call): SessionRead[] => {
    if (call.callee.type !== "Identifier") return [];
    const fn = functionNamed(project, file, call.callee, call.callee.name);
    const read = fn && readers.get(fn);
    return read ? [{ node: call, call: read }] : [];
  });
  return [...direct, ...through];
}

/** The functions that call getServerSession themselves, and are no entries: what others call to get the session. */
const readersOf = fact((project: Project): ReadonlyMap<FunctionNode, SessionCall> => {
  return new Map(
    serverSessionCalls(project).flatMap((call) => {
      const around = functionAround(call.file, call.call);
      return around ? [[around, call] as const] : [];
    }),
  );
});

function functionNamed(project: Project, file: SourceFile, at: Node, name: string): FunctionNode | undefined {
  const binding = bindingAt(file, at, name);
  if (binding === undefined) return undefined;
  const imported = importBindings(file).find(({ local }) => local === binding.identifier);
  if (imported === undefined) return functionIn(project, file, binding.declaration);
  const origin = originOfBinding(project, file, imported);
  if (origin.kind !== "declaration") return undefined;
  const { export: own, file: home } = origin;
  if (own.kind === "expression") return functionIn(project, home, own.expression);
  const declared = bindingAt(home, home.ast.program, own.local)?.declaration;
  return declared && functionIn(project, home, declared);
}

/** The function that a declaration makes, under `cache(…)` too. */
function functionIn(project: Project, file: SourceFile, declared: Node): FunctionNode | undefined {
  if (isFunction(declared)) return declared;
  const init = declared.type === "VariableDeclarator" ? declared.init : undefined;
  const value = init && definitionOf(project, { file, node: init }).node;
  if (value && isFunction(value)) return value;
  const [argument] = value?.type === "CallExpression" ? value.arguments : [];
  return argument && isFunction(argument) ? argument : undefined;
}
