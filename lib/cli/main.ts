import { Command, CommanderError, Option } from "commander";
import { transforms } from "../../transforms/index.ts";
import packageJson from "../../package.json" with { type: "json" };
import { UsageError } from "../errors.ts";
import { BrokenOutputError } from "../migrate.ts";
import { visibleText } from "../review/visible-text.ts";
import { requireCommand } from "./command-name.ts";
import { exitCodes, optionSpecs, type CliOptions, type CommandKind } from "./options.ts";
import { openTerminal, type Terminal } from "./terminal.ts";

/**
 * Runs the command line.
 *
 * @param argv the arguments, without Node.js and the script
 * @returns the exit code: 0 done, 1 pending changes or errors found, 2 could not do what was asked
 */
export async function main(
  argv: readonly string[],
  terminal: Terminal = openTerminal({ color: !argv.includes("--no-color") }),
): Promise<number> {
  let code = 0;
  const program = buildProgram(terminal, (result) => (code = result));
  try {
    if (argv.every((argument) => argument === "--no-color" || argument === "--no-pager")) return await guide(program, argv, terminal);
    requireCommand(argv, ["help", ...program.commands.map((command) => command.name())], terminal.cwd);
    await program.parseAsync([...argv], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    terminal.err(errorText(error, terminal, argv));
    return 2;
  }
}

function buildProgram(terminal: Terminal, done: (code: number) => void): Command {
  const program = new Command("next-auth-codemod");
  program
    .description("Repairs Next.js App Router projects on NextAuth.js v4, so that a session survives a refresh.")
    .version(packageJson.version, "-V, --version")
    .helpOption("-h, --help")
    .exitOverride()
    .configureOutput({
      writeOut: terminal.out,
      writeErr: terminal.err,
      outputError: (text, write) => write(`${terminal.messages.removed("error")}  ${text.replace(/^error: /, "")}`),
      getOutHelpWidth: () => terminal.screen?.columns ?? 100,
      getErrHelpWidth: () => terminal.screen?.columns ?? 100,
    })
    .showHelpAfterError("       --help lists the commands and options.")
    .addHelpText(
      "after",
      () =>
        `\nExit codes:\n${exitCodes.map(({ code, meaning }) => `  ${code}  ${meaning.replaceAll("`", "")}`).join("\n")}\n\nWithout arguments, in a terminal: asks what to run, shows the diff, asks before writing.`,
    );
  for (const { name, summary } of transforms) addMigration(program, name, summary, [name], terminal, done);
  addMigration(
    program,
    "all",
    "the full migration: every transform, in order",
    transforms.map(({ name }) => name),
    terminal,
    done,
  );
  withOptions(program.command("list").description("the transforms, a line each"), "list").action(() => {
    for (const { name, summary } of transforms) terminal.out(`${name.padEnd(24)}${summary}\n`);
  });
  withOptions(program.command("undo [path]").description("put back what the last run changed"), "undo").action(
    async (path: string | undefined, options: CliOptions) => {
      const { runUndo } = await import("./run-undo.ts");
      done(runUndo(path, options, terminal));
    },
  );
  return program;
}

function addMigration(
  program: Command,
  name: string,
  description: string,
  selected: readonly string[],
  terminal: Terminal,
  done: (code: number) => void,
): void {
  withOptions(program.command(`${name} [path...]`).description(description), "migrate").action(
    async (paths: string[], options: CliOptions) => {
      const { runMigrate } = await import("./run-migrate.ts");
      done(
        await runMigrate(
          transforms.filter((transform) => selected.includes(transform.name)),
          paths,
          options,
          terminal,
        ),
      );
    },
  );
}

function withOptions(command: Command, kind: CommandKind): Command {
  for (const { flags, description, repeatable, choices, commands } of optionSpecs) {
    if (!commands.includes(kind)) continue;
    const option = new Option(flags, description);
    if (choices) option.choices([...choices]);
    if (repeatable) option.argParser((value: string, all: string[] | undefined) => [...(all ?? []), value]);
    command.addOption(option);
  }
  return command;
}

/** No command: in a terminal a person is guided, elsewhere the help says what there is. */
async function guide(program: Command, argv: readonly string[], terminal: Terminal): Promise<number> {
  if (terminal.keyboard === undefined || terminal.screen === undefined) {
    terminal.err(program.helpInformation());
    return 2;
  }
  const { runGuide } = await import("./guide.ts");
  return runGuide({ pager: !argv.includes("--no-pager") }, terminal);
}

/** What is wrong, where, and what to do next. */
function errorText(error: unknown, { messages }: Terminal, argv: readonly string[]): string {
  const label = messages.removed("error");
  if (error instanceof UsageError) return `${label}  ${visibleText(error.message)}\n       ${visibleText(error.hint)}\n`;
  if (error instanceof BrokenOutputError) return `${label}  ${visibleText(error.message)}\n`;
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const verbose = argv.includes("-v") || argv.includes("--verbose");
  return `${label}  ${visibleText(message)}\n       This was not foreseen. Please report it with the command and the file; --verbose shows where it happened.\n${verbose ? `${stack}\n` : ""}`;
}
