import { Command, Option } from "commander";
import { registry, type RegistryEntry } from "../../transforms/registry.ts";
import packageJson from "../../package.json" with { type: "json" };
import { exitCodes, optionSpecs, type CliOptions, type CommandKind } from "./options.ts";
import { READABLE_COLUMNS, type Terminal } from "./terminal.ts";

/**
 * The commands with their options. What a command does is loaded when it runs, so that help, version and list are there
 * at once.
 *
 * @param done told a command's exit code
 */
export function buildProgram(terminal: Terminal, done: (code: number) => void): Command {
  const program = new Command("next-auth-codemod");
  const columns = terminal.screen?.columns ?? READABLE_COLUMNS;
  program
    .description("Repairs Next.js App Router projects on NextAuth.js v4, so that a session survives a refresh.")
    .version(packageJson.version, "-V, --version")
    .helpOption("-h, --help")
    .exitOverride()
    .configureOutput({
      writeOut: terminal.out,
      writeErr: terminal.err,
      outputError: (text, write) => write(`${terminal.messages.removed("error")}  ${text.replace(/^error: /, "")}`),
      getOutHelpWidth: () => columns,
      getErrHelpWidth: () => columns,
    })
    .showHelpAfterError("       --help lists the commands and options.")
    .addHelpText("after", helpEnd);
  for (const entry of registry) addMigration(program, entry.name, entry.summary, [entry], terminal, done);
  addMigration(program, "all", "the full migration: every transform, in order", registry, terminal, done);
  withOptions(
    program.command("doctor [path...]").description("name what keeps the session from persisting; writes nothing"),
    "doctor",
  ).action(async (paths: string[], options: CliOptions) => {
    const { runDoctor } = await import("./run-doctor.ts");
    done(await runDoctor(paths, options, terminal));
  });
  withOptions(program.command("list").description("the transforms, a line each"), "list").action(() => {
    for (const { name, summary } of registry) terminal.out(`${name.padEnd(24)}${summary}\n`);
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
  entries: readonly RegistryEntry[],
  terminal: Terminal,
  done: (code: number) => void,
): void {
  withOptions(program.command(`${name} [path...]`).description(description), "migrate").action(
    async (paths: string[], options: CliOptions) => {
      const { runMigrate } = await import("./run-migrate.ts");
      done(await runMigrate(await Promise.all(entries.map(({ load }) => load())), paths, options, terminal));
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

function helpEnd(): string {
  const codes = exitCodes.map(({ code, meaning }) => `  ${code}  ${meaning.replaceAll("`", "")}`);
  return `\nExit codes:\n${codes.join("\n")}\n\nWithout arguments, in a terminal: asks what to run, shows the diff, asks before writing.`;
}
