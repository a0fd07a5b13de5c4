import { mkdirSync, realpathSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import type { API, FileInfo } from "jscodeshift";
import { findRoot } from "./discover.ts";
import { neighbourStyle, formatNewFile } from "./edit/new-file.ts";
import { SourceEdit } from "./edit/source-edit.ts";
import { authVersion } from "./next-auth/version.ts";
import { Project, type TransformOptions } from "./project/project.ts";
import { RunReport } from "./report.ts";
import type { Transform, TransformContext } from "./transform.ts";
import { findAppAbove, findApps } from "./workspace/app.ts";
import { Workspace } from "./workspace/workspace.ts";

/** What jscodeshift hands on from its command line: the options of the transforms and its own. */
export interface JscodeshiftOptions extends TransformOptions {
  dry?: boolean;
  print?: boolean;
}

/** What a jscodeshift run knows of an app: planned once per process, from the tree as it was when it began. */
interface Planned {
  context: TransformContext;
  plan: unknown;
  targets: ReadonlySet<string>;
}

/**
 * Makes a transform a jscodeshift module: plans once per app and process, edits the file it is given, and
 * creates the plan's new files itself, never over an existing file and never in a dry run.
 */
export function asJscodeshift(transform: Transform) {
  const planned = new Map<string, Planned | undefined>();
  const created = new Set<string>();

  return async function jscodeshiftTransform(file: FileInfo, api: Pick<API, "report">, options: JscodeshiftOptions): Promise<string | undefined> {
    const absolute = realpathSync(resolve(file.path));
    const root = findRoot(dirname(absolute));
    const path = relative(root, absolute).replaceAll("\\", "/");
    const workspace = Workspace.open(root);
    const dir = findAppAbove(workspace, dirname(path) === "." ? "" : dirname(path));
    if (dir === undefined) return undefined;
    const key = join(root, dir);
    if (!planned.has(key)) planned.set(key, plan(transform, workspace, dir, options, (message) => api.report?.(message)));
    const known = planned.get(key);
    if (known === undefined) return undefined;
    await createFiles(transform, known, created, options);
    const source = known.context.project.workspace.with([[path, file.source]]).source(path)!;
    const original = known.context.project.workspace.source(path);
    const target = original && original.byteOrderMark + original.text === file.source ? original : source;
    if (!known.targets.has(path)) return undefined;
    const edits = new SourceEdit(target, transform.name, neighbourStyle(known.context.project, path));
    transform.edit?.(target, edits, known.plan, known.context);
    return edits.spans().length === 0 ? undefined : edits.render();
  };
}

function plan(transform: Transform, workspace: Workspace, dir: string, options: TransformOptions, say: (message: string) => void): Planned | undefined {
  const app = findApps(workspace, dir).find((candidate) => candidate.dir === dir);
  if (app === undefined) return undefined;
  const project = new Project(app, workspace, options);
  if (authVersion(project) !== "v4") return undefined;
  const report = new RunReport();
  const context: TransformContext = {
    project,
    isSelected: () => true,
    report: {
      ...report.for(transform.name),
      finding: (rule, at, place, message) => {
        const position = typeof at === "string" || place === undefined ? undefined : at.position(place);
        say(`${typeof at === "string" ? at : at.path}${position ? `:${position.line}:${position.column}` : ""} ${rule}: ${message}`);
      },
    },
  };
  const value = transform.plan(context);
  if (value === undefined) return undefined;
  const targets = transform.targets?.(value, context) ?? project.mentioning(transform.mentions);
  return { context, plan: value, targets: new Set(targets.map(({ path }) => path)) };
}

async function createFiles(transform: Transform, { context, plan: value }: Planned, created: Set<string>, { dry = false }: JscodeshiftOptions): Promise<void> {
  const { project } = context;
  for (const write of transform.create?.(value, context) ?? []) {
    const absolute = join(project.workspace.root, write.path);
    if (created.has(absolute)) continue;
    created.add(absolute);
    const content = await formatNewFile(project, write.path, write.content, write.format);
    if (dry) continue;
    mkdirSync(dirname(absolute), { recursive: true });
    try {
      writeFileSync(absolute, content, { flag: project.workspace.has(write.path) ? "w" : "wx" });
    } catch (error) {
      // Another worker of the same run was first.
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}
