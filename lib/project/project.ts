import type { App } from "../workspace/app.ts";
import type { SourceFile } from "../workspace/source-file.ts";
import { isCode } from "../workspace/code-file.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { Resolver } from "./resolver.ts";

/** What a user may ask of the transforms. Paths are relative to the app's folder. */
export interface TransformOptions {
  /** Where the options live or go. */
  authFile?: string;
  /** Where the provider component goes. */
  providerFile?: string;
  /** What a loading branch renders: an expression, usually JSX. */
  loading?: string;
  /** False to do without the project's Prettier configuration, which may be code. */
  projectConfig?: boolean;
}

/** One Next.js app at one moment of the run: its files as earlier transforms would leave them. Read-only. */
export class Project {
  readonly app: App;
  readonly workspace: Workspace;
  readonly options: TransformOptions;
  readonly resolver: Resolver;
  /** The app's files now, sorted, those that the run creates included. */
  readonly files: readonly string[];
  /** The files of the app that earlier transforms changed or created. */
  readonly touched: readonly string[];

  constructor(app: App, workspace: Workspace, options: TransformOptions, touched: Iterable<string> = []) {
    this.app = app;
    this.workspace = workspace;
    this.options = options;
    this.resolver = Resolver.of(workspace);
    this.touched = [...touched].filter((path) => workspace.has(path));
    const created = this.touched.filter((path) => !app.files.includes(path));
    this.files = created.length === 0 ? app.files : [...app.files, ...created].sort();
  }

  /** The app's code files whose text has one of the strings, unparsed. */
  mentioning(strings: readonly string[]): SourceFile[] {
    return this.workspace.mentioning(this.app.files, strings, this.touched);
  }

  /** The app's code files with a string for a module that passes the test, unparsed. */
  naming(isMeant: (specifier: string) => boolean): SourceFile[] {
    return this.files.flatMap((path) =>
      isCode(path) && this.workspace.specifiers(path).some(isMeant) ? (this.workspace.source(path) ?? []) : [],
    );
  }

  /** The file that a specifier in `from` leads to, where it is one of the workspace. */
  follow(specifier: string, from: SourceFile): SourceFile | undefined {
    const path = this.resolver.resolveFile(specifier, from.path);
    return path === undefined ? undefined : this.workspace.source(path);
  }
}

/** Turns a question to a project into one that is answered once per project. */
export function fact<T>(find: (project: Project) => T): (project: Project) => T {
  const known = new WeakMap<Project, { value: T }>();
  return (project) => {
    let answer = known.get(project);
    if (answer === undefined) known.set(project, (answer = { value: find(project) }));
    return answer.value;
  };
}
