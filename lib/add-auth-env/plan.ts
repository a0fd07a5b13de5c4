import { posix } from "node:path";
import { neighbourStyle } from "../edit/new-file.ts";
import { environmentOf, envFileNames, type EnvMode } from "../next-auth/env-files.ts";
import type { Project } from "../project/project.ts";
import type { FileWrite, TransformContext } from "../transform.ts";
import { joinPath } from "../workspace/app.ts";
import { isKeptOutOfGit } from "../workspace/file-status.ts";
import { names, withAssignments } from "./env-text.ts";
import { environmentSource } from "./environment-source.ts";
import { needsOf, type Need } from "./needs.ts";
import { valueFor } from "./values.ts";

const MODES: readonly EnvMode[] = ["development", "production"];
/** Where a project says which variables it needs. */
export const EXAMPLES = [".env.example", ".env.local.example", ".env.sample", ".env.template"];

/** The env files to write; undefined where nothing is missing. */
export function planEnvironment(context: TransformContext): readonly FileWrite[] | undefined {
  const { project, report, isSelected } = context;
  if (!isSelected(joinPath(project.app.dir, ".env.local"))) return undefined;
  const needs = needsOf(project, report);
  const writes = [...missingValues(context, needs), ...missingNames(project, needs)];
  return writes.length === 0 ? undefined : writes;
}

function missingValues({ project, report }: TransformContext, needs: readonly Need[]): FileWrite[] {
  const environment = environmentOf(project);
  const files = new Map<string, Need[]>();
  const developmentOnly = new Map<string, string[]>();
  for (const need of needs) {
    const missing = MODES.filter((mode) => !need.anyOf.some((name) => environment.state(name, mode) === "set"));
    if (missing.length === 0) continue;
    const target = joinPath(project.app.dir, targetFor(missing));
    if (missing.length === 1 && missing[0] === "production") {
      const file = need.anyOf.map((name) => environment.fileOf(name, "development")).find((one) => one !== undefined)!;
      developmentOnly.set(file, [...(developmentOnly.get(file) ?? []), need.name]);
      continue;
    }
    const before = missing.map((mode) => environment.fileOf(need.name, mode)).find((file) => file !== undefined && isBefore(file, target));
    if (before !== undefined)
      report.finding("env-empty-elsewhere", before, undefined, `${need.name} is empty here, and this file goes before ${target}.`);
    else files.set(target, [...(files.get(target) ?? []), need]);
  }
  for (const [file, only] of developmentOnly)
    report.finding(
      "env-not-in-production",
      file,
      undefined,
      `${only.join(" and ")} ${only.length > 1 ? "are" : "is"} set for development only.`,
    );
  const loader = files.size > 0 ? environmentSource(project) : undefined;
  return [...files].flatMap(([path, missing]): FileWrite[] => {
    const list = missing.map(({ name }) => name).join(" and ");
    if (loader !== undefined)
      report.finding(
        "env-from-elsewhere",
        loader,
        undefined,
        `${list} could not be found in the app's .env files, but they are not all of its environment.`,
      );
    else if (!isKeptOutOfGit(posix.join(project.workspace.root, path)))
      report.finding(
        "env-file-not-ignored",
        path,
        undefined,
        `${list} ${missing.length > 1 ? "are" : "is"} missing. Git does not ignore ${posix.basename(path)}, so nothing was written to it.`,
      );
    else
      return [
        write(
          project,
          path,
          missing.map((need) => ({ name: need.name, value: valueFor(project, need, path) })),
          `next-auth needs ${list}`,
        ),
      ];
    return [];
  });
}

/** Missing everywhere: the file for both modes. Missing in development only: that file would hide production's value. */
function targetFor(missing: readonly EnvMode[]): string {
  return missing.length === MODES.length ? ".env.local" : ".env.development.local";
}

function isBefore(file: string, target: string): boolean {
  const order = MODES.map(envFileNames).find((all) => all.includes(posix.basename(file)) && all.includes(posix.basename(target))) ?? [];
  return order.indexOf(posix.basename(file)) < order.indexOf(posix.basename(target));
}

function missingNames(project: Project, needs: readonly Need[]): FileWrite[] {
  const path = EXAMPLES.map((name) => joinPath(project.app.dir, name)).find((file) => project.workspace.has(file));
  const text = path && project.workspace.read(path);
  if (path === undefined || text === undefined) return [];
  const unnamed = needs.filter(({ anyOf }) => !anyOf.some((name) => names(text, name)));
  return unnamed.length === 0
    ? []
    : [
        write(
          project,
          path,
          unnamed.map(({ name }) => ({ name, value: "" })),
          "Whoever sets up the project needs to know what to set",
        ),
      ];
}

function write(project: Project, path: string, assignments: readonly { name: string; value: string }[], reason: string): FileWrite {
  const text = project.workspace.read(path) ?? "";
  return { path, content: withAssignments(text, assignments, neighbourStyle(project, path).lineEnd), reason, format: "never" };
}
