import { posix } from "node:path";
import type { Options } from "prettier";
import { fact, type Project } from "../project/project.ts";
import { parentOf } from "../workspace/app.ts";
import { isCode } from "../workspace/code-file.ts";
import { surroundingsOf } from "../workspace/surroundings.ts";
import { prettierConfiguration, type PrettierConfiguration } from "./prettier-configuration.ts";
import { commonStyle, type FileStyle } from "./style.ts";

const ENOUGH = 12;

/** The style that a new file should have: that of the code in its folder, else of the app's. */
export function neighbourStyle(project: Project, path: string): FileStyle {
  const { code, byFolder } = codeFiles(project);
  const beside = byFolder.get(parentOf(path)) ?? [];
  const neighbours = (beside.length >= 2 ? beside : code).slice(0, ENOUGH);
  return commonStyle(neighbours.flatMap((file) => project.workspace.source(file) ?? []));
}

/** The app's code without its tools' configuration, and by the folder it is in. */
const codeFiles = fact((project: Project) => {
  const code = project.files.filter((file) => isCode(file) && !/\.config\.[cm]?[jt]s$/.test(file));
  const byFolder = new Map<string, string[]>();
  for (const path of code) {
    const beside = byFolder.get(parentOf(path));
    if (beside) beside.push(path);
    else byFolder.set(parentOf(path), [path]);
  }
  return { code, byFolder };
});

/** A new file's text, and what was asked to know how it should be written. */
export interface FormattedFile {
  content: string;
  configuration?: PrettierConfiguration;
}

/**
 * Formats a new file by the project's own Prettier configuration. Where there is none (or it does not load)
 * and `always` is asked for, in the style of its neighbours. Prettier is loaded on the first call only.
 */
export async function formatNewFile(
  project: Project,
  path: string,
  content: string,
  format: "always" | "configured" | "never",
): Promise<FormattedFile> {
  if (format === "never") return { content };
  const style = neighbourStyle(project, path);
  const ends = (text: string) => text.replace(/\r?\n/g, style.lineEnd);
  const { root } = project.workspace;
  const absolute = posix.join(root, path);
  const configuration = project.options.projectConfig === false ? undefined : await prettierConfiguration(absolute, surroundingsOf(root));
  if (format === "configured" && configuration === undefined) return { content: ends(content) };
  const asNeighbours: Options = {
    semi: style.semicolons,
    singleQuote: style.quote === "'",
    jsxSingleQuote: style.jsxQuote === "'",
    useTabs: style.indent === "\t",
    tabWidth: style.indent === "\t" ? 2 : style.indent.length,
    trailingComma: style.trailingCommas ? "all" : "none",
    endOfLine: style.lineEnd === "\r\n" ? "crlf" : "lf",
  };
  const isRead = configuration !== undefined && configuration.problem === undefined;
  const base: Options = isRead ? { endOfLine: asNeighbours.endOfLine, ...configuration.options } : asNeighbours;
  const { format: formatted } = await import("prettier");
  // A plugin that is not installed: the rest of the configuration still says how the project is written. If that is nonsense too, its code says so.
  for (const options of [base, { ...base, plugins: [] }, asNeighbours]) {
    try {
      return { content: await formatted(content, { ...readingOf(path, options), ...options, filepath: absolute }), configuration };
    } catch {
      // on to the next
    }
  }
  return { content: ends(content), configuration };
}

/** Babel reads TypeScript as the compiler does, and loads in half the time. A plugin may only know the compiler's way. */
function readingOf(path: string, { plugins = [] }: Options): Options {
  return /\.[cm]?tsx?$/.test(path) && plugins.length === 0 ? { parser: "babel-ts" } : {};
}
