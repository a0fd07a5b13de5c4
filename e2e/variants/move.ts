import { mkdirSync, readdirSync, renameSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { readFile, writeFile, type App } from "../app.ts";

/** Moves a file or folder of the app. */
export function move(app: App, from: string, to: string): void {
  const target = join(app.directory, to);
  mkdirSync(dirname(target), { recursive: true });
  renameSync(join(app.directory, from), target);
}

/** Every script of the app, as paths from its root with `/`. */
export function listScripts(app: App): string[] {
  return readdirSync(app.directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(app.directory, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
}

/** Changes every script; most are left as they are by most edits. */
export function editScripts(app: App, edit: (text: string, path: string) => string): void {
  for (const path of listScripts(app)) {
    const before = readFile(app, path);
    const after = edit(before, path);
    if (after !== before) writeFile(app, path, after);
  }
}
