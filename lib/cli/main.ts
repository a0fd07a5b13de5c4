import { Command, CommanderError } from "commander";
import { transforms } from "../../transforms/index.ts";
import packageJson from "../../package.json" with { type: "json" };
import { UsageError } from "../errors.ts";
import { BrokenOutputError } from "../migrate.ts";
import { optionSpecs, type CliOptions, type OptionSpec } from "./options.ts";
import { openTerminal } from "./terminal.ts";

/**
 * Runs the command line.
 *
 * @param argv the arguments, without Node.js and the script
 * @returns the exit code: 0 done, 1 pending changes or errors found, 2 could not do what was asked
 */
export async function main(argv: readonly string[]): Promise<number> {
  const terminal = openTerminal(argv.includes("--no-color") ? false : undefined);
  let code = 0;
  const program = new Command("next-auth-codemod");
  program
    .description("Repairs Next.js App Router projects on NextAuth.js v4, so that a session survives a refresh.")
    .version(packageJson.version, "-V, --version")
    .helpOption("-h, --help")
    .exitOverride()
    .showHelpAfterError("(--help lists the commands and options)");
  const migration = (name: string, description: string, selected: typeof transforms) =>
    withOptions(program.command(`${name} [path...]`).description(description), "migrate").action(async (paths: string[], options: CliOptions) => {
      const { runMigrate } = await import("./run-migrate.ts");
      code = await runMigrate(selected, paths, options, terminal);
    });
  for (const transform of transforms) migration(transform.name, transform.summary, [transform]);
  migration("all", "the full migration: every transform, in order", transforms);
  withOptions(program.command("list").description("the transforms, a line each"), "list").action(() => {
    for (const { name, summary } of transforms) terminal.out(`${name.padEnd(24)}${summary}\n`);
  });
  try {
    if (argv.length === 0) {
      terminal.err(program.helpInformation());
      return 2;
    }
    await program.parseAsync([...argv], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof UsageError) terminal.err(`${terminal.colors.red("error")}  ${error.message}\n       ${error.hint}\n`);
    else if (error instanceof BrokenOutputError) terminal.err(`${terminal.colors.red("error")}  ${error.message}\n`);
    else throw error;
    return 2;
  }
}

function withOptions(command: Command, kind: OptionSpec["commands"][number]): Command {
  for (const { flags, description, repeatable, commands } of optionSpecs) {
    if (!commands.includes(kind)) continue;
    if (repeatable) command.option(flags, description, (value: string, all: string[] = []) => [...all, value]);
    else command.option(flags, description);
  }
  return command;
}
