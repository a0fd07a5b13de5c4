import { tmpdir } from "node:os";
import { join } from "node:path";
import * as prompts from "@clack/prompts";
import { registry } from "../../transforms/registry.ts";
import { transformsOf } from "../changes/change-set.ts";
import { discover, type Discovery } from "../discover.ts";
import { migrate } from "../migrate.ts";
import { visibleLine } from "../review/visible-text.ts";
import type { Transform } from "../transform.ts";
import { dirtyFiles } from "./git.ts";
import type { CliOptions } from "./options.ts";
import { runMigrate } from "./run-migrate.ts";
import type { Terminal } from "./terminal.ts";

type Answer = "write" | "choose" | "report" | "stop";

/**
 * Without arguments: looks what there is to do, lets a person pick, shows it, and asks before it is written. Each step
 * is a command that could have been typed, and the last one is named.
 *
 * @returns the exit code
 */
export async function runGuide(options: Pick<CliOptions, "pager">, terminal: Terminal): Promise<number> {
  const found = discover({ cwd: terminal.cwd, paths: [] });
  const transforms = await Promise.all(registry.map(({ load }) => load()));
  prompts.intro("next-auth-codemod");
  prompts.log.info(appsText(found));
  const pending = await pendingFiles(found, transforms);
  const selected = await pick(pending, transforms);
  if (selected === undefined) return stop();
  if (selected.length === 0) {
    prompts.outro("Nothing has to be changed. doctor looks for what no transform repairs: next-auth-codemod doctor");
    return runMigrate(transforms, [], { ...options, dry: true, guided: true }, terminal);
  }
  const shown = await runMigrate(selected, [], { ...options, dry: true, guided: true }, terminal);
  for (;;) {
    const answer = await decide(found);
    if (answer === undefined || answer === "stop") return answer === undefined ? stop() : stop(shown);
    if (answer === "report") {
      const report = join(tmpdir(), "next-auth-codemod.html");
      await runMigrate(selected, [], { report, quiet: true, dry: true }, quietTerminal(terminal));
      prompts.log.success(`Report: ${report}`);
      continue;
    }
    const code = await runMigrate(selected, [], { ...options, force: true, interactive: answer === "choose" }, terminal);
    prompts.outro(`The same again without questions: ${commandLine(selected)}`);
    return code;
  }
}

function appsText({ apps, base }: Discovery): string {
  const names = apps.map(({ dir }) => visibleLine(dir === "" ? base : dir));
  return `${apps.length === 1 ? "Next.js app" : `${apps.length} Next.js apps`}: ${names.join(", ")}`;
}

/** How many files each transform would change if all ran. */
async function pendingFiles(found: Discovery, transforms: readonly Transform[]): Promise<Map<string, number>> {
  const look = prompts.spinner();
  look.start("Looking for what keeps the session from persisting");
  const { changes, report } = await migrate({ ...found, transforms, options: {} });
  const counts = new Map<string, number>();
  for (const change of changes) for (const name of transformsOf(change)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const alone = report.findings.filter(({ severity }) => severity !== "info").length;
  look.stop(
    `${changes.size} ${changes.size === 1 ? "file" : "files"} to change, ${alone} ${alone === 1 ? "place" : "places"} to look at by hand`,
  );
  return counts;
}

/** @returns undefined where the person left; empty where there is nothing to pick */
async function pick(pending: ReadonlyMap<string, number>, transforms: readonly Transform[]): Promise<readonly Transform[] | undefined> {
  if (pending.size === 0) return [];
  const names = await prompts.multiselect({
    message: "Which transforms? (space picks, enter goes on)",
    options: transforms.map(({ name, summary }) => ({
      value: name,
      label: pending.has(name) ? `${name} (${pending.get(name)})` : name,
      hint: summary,
    })),
    initialValues: [...pending.keys()],
    required: true,
  });
  return prompts.isCancel(names) ? undefined : transforms.filter(({ name }) => names.includes(name));
}

async function decide({ apps, workspace }: Discovery): Promise<Answer | undefined> {
  const dirty = apps.flatMap(({ dir }) => dirtyFiles(join(workspace.root, dir)));
  if (dirty.length > 0) prompts.log.warn(`The git tree is dirty (${dirty.length}): the change will mix with yours. Better commit first.`);
  const answer = await prompts.select<Answer>({
    message: "Write this?",
    initialValue: dirty.length > 0 ? "stop" : "write",
    options: [
      { value: "write", label: "Yes, write it" },
      { value: "choose", label: "Go through it change by change" },
      { value: "report", label: "Save it as a page to read in a browser first" },
      { value: "stop", label: "No, write nothing" },
    ],
  });
  return prompts.isCancel(answer) ? undefined : answer;
}

function commandLine(selected: readonly Transform[]): string {
  if (selected.length === registry.length) return "next-auth-codemod all";
  return selected.map(({ name }) => `next-auth-codemod ${name}`).join(" && ");
}

/** Only what a person asked to keep, nothing on the screen. */
function quietTerminal(terminal: Terminal): Terminal {
  return { ...terminal, out: () => undefined, err: () => undefined, screen: undefined, watched: false };
}

function stop(code = 2): number {
  prompts.cancel("Nothing was written.");
  return code;
}
