import { isAbsolute, join, relative } from "node:path";
import type { Discovery } from "./discover.ts";
import { UsageError } from "./errors.ts";
import type { TransformOptions } from "./project/project.ts";
import { parseSource, ParseError } from "./workspace/parse.ts";

/** Where the options are relative to. */
type Found = Pick<Discovery, "apps" | "workspace">;

/**
 * Checks what the options say before anything is looked at, and makes paths relative to the app.
 *
 * @throws {UsageError} where a file lies outside the app, or --loading is no expression
 */
export function transformOptions(
  { authFile, providerFile, loading, projectConfig }: TransformOptions,
  found: Found,
  cwd: string,
): TransformOptions {
  if (loading !== undefined) checkLoading(loading);
  return {
    authFile: fileOption("--auth-file", authFile, found, cwd),
    providerFile: fileOption("--provider-file", providerFile, found, cwd),
    loading,
    projectConfig,
  };
}

function checkLoading(loading: string): void {
  const hint = "Give one JSX element or null, in quotes: --loading '<Spinner />'";
  let program;
  try {
    program = parseSource(`(${loading}\n)`, "--loading.tsx").program;
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    throw new UsageError(`--loading is not an expression: ${error.message}`, hint);
  }
  const [statement] = program.body;
  if (program.body.length !== 1 || statement?.type !== "ExpressionStatement")
    throw new UsageError("--loading is not one expression.", hint);
}

/** @returns relative to each app's folder; a path in the current folder is meant from there where that lies in the one app */
function fileOption(flag: string, value: string | undefined, { apps, workspace }: Found, cwd: string): string | undefined {
  if (value === undefined) return undefined;
  const appFolder = join(workspace.root, apps[0]!.dir);
  const fromCwd = isAbsolute(value) || (apps.length === 1 && !relative(appFolder, cwd).startsWith(".."));
  const absolute = isAbsolute(value) ? value : join(fromCwd ? cwd : appFolder, value);
  const path = relative(appFolder, absolute).replaceAll("\\", "/");
  if (path.startsWith("..") || isAbsolute(path))
    throw new UsageError(`${flag} ${value} lies outside the app.`, `Give a path below ${appFolder}.`);
  if (!/\.[cm]?[jt]sx?$/.test(path))
    throw new UsageError(
      `${flag} ${value} is not a JavaScript or TypeScript file.`,
      "Give a file name with its extension, such as lib/auth.ts.",
    );
  return path;
}
