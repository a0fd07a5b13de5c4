import { posix } from "node:path";
import type { Options } from "prettier";
import { fact, type Project } from "../project/project.ts";
import { parentOf } from "../workspace/app.ts";
import { isCode } from "../workspace/code-file.ts";
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

/**
 * Formats a new file by the project's own Prettier configuration. Where there is none (or it does not load)
 * and `always` is asked for, in the style of its neighbours. Prettier is loaded on the first call only.
 */
export async function formatNewFile(
  project: Project,
  path: string,
  content: string,
  format: "always" | "configured" | "never",
): Promise<string> {
  const style = neighbourStyle(project, path);
  const ends = (text: string) => text.replace(/\r?\n/g, style.lineEnd);
  if (format === "never") return content;
  const prettier = await import("prettier");
  const absolute = posix.join(project.workspace.root, path);
  const configuration = await prettier.resolveConfig(absolute, { editorconfig: true }).catch(() => null);
  const isConfigured = configuration !== null && (await prettier.resolveConfigFile(absolute).catch(() => null)) !== null;
  if (format === "configured" && !isConfigured) return ends(content);
  const asNeighbours: Options = {
    semi: style.semicolons,
    singleQuote: style.quote === "'",
    jsxSingleQuote: style.jsxQuote === "'",
    useTabs: style.indent === "\t",
    tabWidth: style.indent === "\t" ? 2 : style.indent.length,
    trailingComma: style.trailingCommas ? "all" : "none",
    endOfLine: style.lineEnd === "\r\n" ? "crlf" : "lf",
  };
  const base: Options = isConfigured ? { endOfLine: asNeighbours.endOfLine, ...configuration } : { ...asNeighbours, ...configuration };
  // A plugin that is not installed: the rest of the configuration still says how the project is written. If that is nonsense too, its code says so.
  for (const options of [base, { ...base, plugins: [] }, asNeighbours]) {
    try {
      return await prettier.format(content, { ...options, filepath: absolute });
    } catch {
      // on to the next
    }
  }
  return ends(content);
}
