import { mkdirSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { listFiles, readFile, writeFile, type App } from "../app.ts";

/** Moves a file or folder of the app. */
export function move(app: App, from: string, to: string): void {
  const target = join(app.directory, to);
  mkdirSync(dirname(target), { recursive: true });
  renameSync(join(app.directory, from), target);
}

/** Every script of the app, as paths from its root. */
export function listScripts(app: App): string[] {
  return listFiles(app).filter((path) => /\.tsx?$/.test(path));
}

/** Changes every script; most are left as they are by most edits. */
export function editScripts(app: App, edit: (text: string, path: string) => string): void {
  for (const path of listScripts(app)) {
    const before = readFile(app, path);
    const after = edit(before, path);
    if (after !== before) writeFile(app, path, after);
  }
}
