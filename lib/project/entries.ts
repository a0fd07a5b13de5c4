import { posix } from "node:path";
import { isBelow } from "../workspace/app.ts";
import type { Project } from "./project.ts";

const APP_ENTRY =
  /^(?:page|layout|template|default|loading|error|global-error|not-found|global-not-found|forbidden|unauthorized|route|sitemap|robots|manifest|icon|apple-icon|opengraph-image|twitter-image)\d?\.[cm]?[jt]sx?$/;
const ROOT_ENTRY = /^(?:middleware|proxy|instrumentation|instrumentation-client)\.[cm]?[jt]s$/;
const TEST = /\.(?:test|spec|cy)\.[cm]?[jt]sx?$|(?:^|\/)__(?:tests|mocks)__\//;

/** Which part of Next.js runs a file by its place: the App Router, the Pages Router, or what stands beside them. */
export type EntryKind = "app" | "pages" | "root";

/** What kind of entry a file is; undefined for a file that only others bring in. */
export function entryKind({ app }: Project, path: string): EntryKind | undefined {
  if (app.appDir !== undefined && isBelow(path, app.appDir)) return APP_ENTRY.test(posix.basename(path)) ? "app" : undefined;
  if (app.pagesDir !== undefined && isBelow(path, app.pagesDir)) return "pages";
  return ROOT_ENTRY.test(posix.basename(path)) ? "root" : undefined;
}

/** Whether a file is a test or a mock, by its name. */
export function isTestFile(path: string): boolean {
  return TEST.test(path);
}
