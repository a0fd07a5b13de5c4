import { posix } from "node:path";
import { isBelow, parentOf } from "../workspace/app.ts";
import type { SourceFile } from "../workspace/source-file.ts";
import { entryKind } from "./entries.ts";
import { filesThatUse } from "./module-graph.ts";
import type { Project } from "./project.ts";

const CODE_ENDING = /\.[cm]?[jt]sx?$/;

/** The App Router's files of a kind (`page`, `layout`, `route`), in path order. */
export function routerFiles(project: Project, kind: string): SourceFile[] {
  const { appDir } = project.app;
  if (appDir === undefined) return [];
  return project.files.flatMap((path) =>
    isBelow(path, appDir) && CODE_ENDING.test(path) && posix.basename(path).replace(CODE_ENDING, "") === kind
      ? (project.workspace.source(path) ?? [])
      : [],
  );
}

/** The files of a kind that stand around a file of the App Router, the outermost first: its layouts, its loading files. */
export function around(project: Project, path: string, kind: string): SourceFile[] {
  return routerFiles(project, kind).filter(
    (file) => file.path !== path && (parentOf(file.path) === parentOf(path) || isBelow(path, parentOf(file.path))),
  );
}

/** The URL of a folder of the App Router, groups and slots left out: `/dashboard/[id]`. */
export function urlOf(project: Project, path: string): string {
  const { appDir } = project.app;
  const below = appDir === undefined ? "" : parentOf(path).slice(appDir.length);
  return `/${below
    .split("/")
    .filter((part) => part !== "" && !/^\(.*\)$|^@/.test(part))
    .join("/")}`;
}

/** The entries of the App Router (pages, layouts) that load a file, themselves or by way of others. */
export function entriesThatShow(project: Project, file: SourceFile): SourceFile[] {
  const users = new Set([file]);
  for (const at of users) if (entryKind(project, at.path) === undefined) for (const user of filesThatUse(project, at.path)) users.add(user);
  return [...users].filter(({ path }) => entryKind(project, path) === "app");
}
