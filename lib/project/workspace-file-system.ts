import { isAbsolute, posix } from "node:path";
import type { Workspace } from "../workspace/workspace.ts";

/** One object for all: most questions are answered with it, and a stack trace each time costs more than the question. */
const NOT_THERE = Object.assign(new Error("not there"), { code: "ENOENT" });

/**
 * What the module resolver may see: the workspace with everything laid over it, nothing outside its root,
 * and no symbolic links. Only the synchronous calls that enhanced-resolve makes.
 */
export function workspaceFileSystem(workspace: Workspace) {
  const inside = (path: string): string => {
    const relative = posix.relative(workspace.root, path.replaceAll("\\", "/"));
    if (relative.startsWith("..") || isAbsolute(relative)) throw NOT_THERE;
    return relative;
  };
  const statSync = (path: string) => {
    const relative = inside(path);
    const isFile = relative !== "" && workspace.has(relative);
    if (!isFile && relative !== "" && !workspace.hasFolder(relative)) throw NOT_THERE;
    return { isFile: () => isFile, isDirectory: () => !isFile, isSymbolicLink: () => false };
  };
  const readFileSync = (path: string) => {
    const text = workspace.read(inside(path));
    if (text === undefined) throw NOT_THERE;
    return text;
  };
  const refuse = (): never => {
    throw NOT_THERE;
  };
  const later =
    <T>(call: (path: string) => T) =>
    (path: string, ...rest: unknown[]) => {
      const done = rest.at(-1) as (error: Error | null, value?: T) => void;
      try {
        done(null, call(path));
      } catch (error) {
        done(error as Error);
      }
    };
  const calls = { statSync, lstatSync: statSync, readFileSync, readdirSync: refuse, readlinkSync: refuse };
  return {
    ...calls,
    stat: later(statSync),
    lstat: later(statSync),
    readFile: later(readFileSync),
    readdir: later(refuse),
    readlink: later(refuse),
    readJsonSync: (path: string) => JSON.parse(readFileSync(path)) as object,
    readJson: later((path) => JSON.parse(readFileSync(path)) as object),
  } as never;
}
