import { dirname, relative } from "node:path";
import type { Discovery } from "../discover.ts";
import { UsageError } from "../errors.ts";
import type { MigrateResult } from "../migrate.ts";
import { isCode } from "../workspace/code-file.ts";
import { problemsByCommand } from "./check-by-command.ts";
import { problemsOf, readConfigurations, type SourceFiles } from "./check-in-process.ts";
import { configAbove } from "./configurations.ts";
import type { Overlay } from "./overlay.ts";
import { ownTypeScript, type OwnTypeScript } from "./own-typescript.ts";
import { newProblems, type Problem } from "./problem.ts";

const SHOWN = 20;

/**
 * Type-checks the result of a run with the project's own TypeScript and configuration, laid over the project without
 * touching it.
 *
 * @throws {UsageError} where the change brings new errors, or there is nothing to check it with
 */
export function verify({ changes }: Pick<MigrateResult, "changes">, { workspace: { root }, base }: Discovery): void {
  const top = root.replaceAll("\\", "/");
  const overlay = new Map([...changes].filter(({ path }) => isCode(path)).map(({ path, after }) => [`${top}/${path}`, after ?? null]));
  const found = configurationsOf(overlay, root, base).flatMap(({ config, own }) => newProblemsOf(own, root, config, overlay));
  const unique = [...new Map(found.map((problem) => [JSON.stringify(problem), problem])).values()];
  if (unique.length === 0) return;
  const named = unique.map((problem) => describe(problem, base));
  const more = named.length > SHOWN ? [`and ${named.length - SHOWN} more`] : [];
  throw new UsageError(
    [`The change would bring ${count(unique.length)}:`, ...named.slice(0, SHOWN), ...more].join("\n       "),
    "Nothing was written. --dry shows the change; leave --verify out to write it all the same, and please report what is wrong with it.",
  );
}

/** The configurations of all changed files, with the compiler to check each. */
function configurationsOf(overlay: Overlay, root: string, base: string): { config: string; own: OwnTypeScript }[] {
  const configs = new Map<string, OwnTypeScript>();
  for (const file of overlay.keys()) {
    const config = configAbove(dirname(file), root);
    if (config === undefined) {
      const message = `--verify type-checks, and there is no tsconfig.json for ${relative(base, file)}.`;
      throw new UsageError(message, "Nothing was written. The project is not TypeScript: run without --verify.");
    }
    if (configs.has(config)) continue;
    const own = ownTypeScript(dirname(config));
    if (own === undefined) {
      const message = `--verify needs the project's own TypeScript, and ${dirname(config)} has none installed.`;
      throw new UsageError(message, "Nothing was written. Install the project's packages, or run without --verify.");
    }
    configs.set(config, own);
  }
  return [...configs].map(([config, own]) => ({ config, own }));
}

function newProblemsOf({ api, tsc }: OwnTypeScript, root: string, config: string, overlay: Overlay): Problem[] {
  const changed = new Set(overlay.keys());
  if (api === undefined) {
    const after = problemsByCommand(tsc, root, config, overlay);
    return after.length === 0 ? [] : newProblems(problemsByCommand(tsc, root, config, new Map()), after, changed);
  }
  const earlier = new Map(readConfigurations(api, config, new Map()).map((one) => [one.file, one]));
  return readConfigurations(api, config, overlay).flatMap((configuration) => {
    const known: SourceFiles = new Map();
    const after = problemsOf(api, configuration, overlay, known);
    if (after.length === 0) return [];
    // Of the time before only those files count in which an error could have been.
    const files = new Set([...changed, ...after.flatMap(({ file }) => file ?? [])]);
    const old = earlier.get(configuration.file);
    return newProblems(old ? problemsOf(api, old, new Map(), known, files) : [], after, changed);
  });
}

function describe({ file, line, column, code, message }: Problem, base: string): string {
  const place = file === undefined ? "" : `${relative(base, file).replaceAll("\\", "/")}:${line}:${column}  `;
  return `${place}TS${code}  ${message.replaceAll("\n", "\n         ")}`;
}

function count(errors: number): string {
  return errors === 1 ? "a new type error" : `${errors} new type errors`;
}
