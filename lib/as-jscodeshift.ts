import { realpathSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import type { API, FileInfo } from "jscodeshift";
import { writeAlone } from "./changes/write-alone.ts";
import { findRoot } from "./discover.ts";
import { answerFor, type Answer, type Remark, type Write } from "./jscodeshift/answer.ts";
import { oncePerRun } from "./jscodeshift/once-per-run.ts";
import type { TransformOptions } from "./project/project.ts";
import { transformOptions } from "./transform-options.ts";
import type { Transform } from "./transform.ts";
import { findAppAbove, findApps } from "./workspace/app.ts";
import { Workspace } from "./workspace/workspace.ts";

/** What jscodeshift hands on from its command line: its own options, and all it does not know, read as JSON where they are that. */
export interface JscodeshiftOptions {
  dry?: boolean;
  verbose?: number;
  [name: string]: unknown;
}

/** What this process knows of one app in this run. */
interface Run {
  root: string;
  answer: Answer;
  /** What is still to be written and said. */
  writes: Set<Write>;
  remarks: readonly Remark[];
}

/**
 * Makes a transform a jscodeshift module. The whole app is looked at once a run, before a file of it is written;
 * each file then gets its part. New files are created with the first file that has to do with them, never over an
 * existing file and never in a dry run. Files that jscodeshift was not given are not changed.
 */
export function asJscodeshift(transform: Transform) {
  const workspaces = new Map<string, Workspace>();
  const runs = new Map<string, Promise<Run>>();

  return async function jscodeshiftTransform(
    file: FileInfo,
    api: Pick<API, "report">,
    options: JscodeshiftOptions,
  ): Promise<string | undefined> {
    const absolute = realpathSync(resolve(file.path));
    const root = findRoot(dirname(absolute));
    const path = relative(root, absolute).replaceAll("\\", "/");
    const workspace = workspaces.get(root) ?? Workspace.open(root);
    workspaces.set(root, workspace);
    const dir = findAppAbove(workspace, dirname(path) === "." ? "" : dirname(path));
    if (dir === undefined) return undefined;
    const key = JSON.stringify([transform.name, root, dir, options]);
    if (!runs.has(key)) runs.set(key, start(transform, workspace, dir, options, key));
    const run = await runs.get(key)!;

    const say = ({ text, isDetail }: Remark) => (!isDetail || (options.verbose ?? 0) > 0 ? api.report?.(text) : undefined);
    const { change, remarks = [], failure } = run.answer.files[path] ?? {};
    for (const remark of [...run.remarks, ...remarks]) say(remark);
    run.remarks = [];
    if (failure !== undefined) throw new Error(`${path} does not parse: ${failure}`);
    if (change !== undefined && change.before !== file.source) throw new Error(`${path} has changed since the run began. Run again.`);
    for (const write of run.writes) {
      if (write.choice !== undefined && !change?.choices.includes(write.choice)) continue;
      run.writes.delete(write);
      if (options.dry) say({ text: `would ${write.isNew ? "create" : "change"} ${write.path} too`, isDetail: false });
      else writeAlone(root, write.path, write.content, write.isNew);
    }
    return change?.after;
  };
}

async function start(transform: Transform, workspace: Workspace, dir: string, given: JscodeshiftOptions, key: string): Promise<Run> {
  const app = findApps(workspace, dir).find((candidate) => candidate.dir === dir);
  if (app === undefined) return { root: workspace.root, answer: { files: {}, writes: [], remarks: [] }, writes: new Set(), remarks: [] };
  let whole: Answer | undefined;
  const { value, first } = await oncePerRun(key, async () => {
    const options = transformOptions(readOptions(given), { apps: [app], workspace }, process.cwd());
    whole = await answerFor(transform, app, workspace, options);
    // What this process writes itself is nobody else's business: an env file's content stays here.
    return { ...whole, writes: whole.writes.filter(({ choice }) => choice !== undefined) };
  });
  const answer = whole ?? value;
  return { root: workspace.root, answer, writes: new Set(answer.writes), remarks: first ? answer.remarks : [] };
}

/** `--authFile=…` and `--auth-file=…`. jscodeshift has made a value of what is one in JSON: `--loading=null`. */
function readOptions(given: JscodeshiftOptions): TransformOptions {
  const option = (...names: string[]) => {
    const value = names.map((name) => given[name]).find((one) => one !== undefined);
    return value === undefined || typeof value === "string" ? value : JSON.stringify(value);
  };
  return {
    authFile: option("authFile", "auth-file"),
    providerFile: option("providerFile", "provider-file"),
    loading: option("loading"),
    projectConfig: given.projectConfig !== false && given["project-config"] !== false,
  };
}
