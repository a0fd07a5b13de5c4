import { isAbsolute, join, relative } from "node:path";
import { apply } from "../changes/apply.ts";
import type { ChangeSet } from "../changes/change-set.ts";
import { discover, type Discovery } from "../discover.ts";
import { UsageError } from "../errors.ts";
import { migrate, type MigrateResult } from "../migrate.ts";
import type { TransformOptions } from "../project/project.ts";
import { parseSource } from "../workspace/parse.ts";
import type { Transform } from "../transform.ts";
import { changesText } from "../review/terminal-diff.ts";
import { jsonDocument } from "../review/json.ts";
import { summaryText } from "../review/summary.ts";
import { requireCleanTree } from "./git.ts";
import type { CliOptions } from "./options.ts";
import type { Terminal } from "./terminal.ts";

/** One transform, or all: plan, show, and write unless it is a dry run. Returns the exit code. */
export async function runMigrate(transforms: readonly Transform[], paths: readonly string[], options: CliOptions, terminal: Terminal): Promise<number> {
  const found = discover({ cwd: terminal.cwd, paths, ignore: options.ignore });
  const writes = !options.dry && !options.check;
  if (writes && !options.force) for (const app of found.apps) requireCleanTree(join(found.workspace.root, app.dir));
  const result = await migrate({ ...found, transforms, options: transformOptions(options, found, terminal.cwd) });
  if (writes && result.changes.size > 0) apply(found.workspace.root, result.changes);
  show(result, found, options, terminal, writes);
  if (result.report.failures.length > 0) return 2;
  return options.check && result.changes.size > 0 ? 1 : 0;
}

function show(result: MigrateResult, found: Discovery, options: CliOptions, terminal: Terminal, written: boolean): void {
  const { root } = found.workspace;
  const named = (path: string) => relative(found.base, join(root, path)).replaceAll("\\", "/");
  if (options.json) terminal.out(`${JSON.stringify(jsonDocument(result, found, { dry: !written, named }), undefined, 2)}\n`);
  else if (!written || options.print) terminal.out(changesText(result.changes as ChangeSet, { named, print: options.print ?? false, colors: terminal.colors }));
  terminal.err(summaryText(result, found, { named, written, verbose: options.verbose ?? false, quiet: options.quiet ?? false, colors: terminal.colors }));
}

/** Checks what the options say before anything is looked at, and makes paths relative to the app. */
function transformOptions({ authFile, providerFile, loading }: CliOptions, found: Discovery, cwd: string): TransformOptions {
  if (loading !== undefined) checkLoading(loading);
  return { authFile: fileOption("--auth-file", authFile, found, cwd), providerFile: fileOption("--provider-file", providerFile, found, cwd), loading };
}

function checkLoading(loading: string): void {
  try {
    parseSource(`(${loading})`, "--loading.tsx");
  } catch (error) {
    throw new UsageError(`--loading is not an expression: ${(error as Error).message}`, `Give JSX or null, in quotes: --loading '<Spinner />'`);
  }
}

/** @returns relative to each app's folder; a path in the current folder is meant from there where that lies in the one app */
function fileOption(flag: string, value: string | undefined, { apps, workspace }: Discovery, cwd: string): string | undefined {
  if (value === undefined) return undefined;
  const [app] = apps;
  const appFolder = join(workspace.root, app!.dir);
  const fromApp = isAbsolute(value) ? relative(appFolder, value) : apps.length === 1 && !relative(appFolder, cwd).startsWith("..") ? relative(appFolder, join(cwd, value)) : relative(appFolder, join(appFolder, value));
  const path = fromApp.replaceAll("\\", "/");
  if (path.startsWith("..") || isAbsolute(path)) throw new UsageError(`${flag} ${value} lies outside the app.`, `Give a path below ${appFolder}.`);
  if (!/\.[cm]?[jt]sx?$/.test(path)) throw new UsageError(`${flag} ${value} is not a JavaScript or TypeScript file.`, `Give a file name with its extension, such as lib/auth.ts.`);
  return path;
}
