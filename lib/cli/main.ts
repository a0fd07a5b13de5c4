import { CommanderError, type Command } from "commander";
import { BrokenOutputError, UsageError } from "../errors.ts";
import { visibleText } from "../review/visible-text.ts";
import { requireCommand } from "./command-name.ts";
import { buildProgram } from "./program.ts";
import { openTerminal, type Terminal } from "./terminal.ts";

/** What may stand alone, without a command. */
const GUIDE_FLAGS = ["--no-color", "--no-pager"];

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
    if (argv.every((argument) => GUIDE_FLAGS.includes(argument))) return await guide(program, argv, terminal);
    requireCommand(argv, ["help", ...program.commands.map((command) => command.name())], terminal.cwd);
    await program.parseAsync([...argv], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    terminal.err(errorText(error, terminal, argv));
    return 2;
  }
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
  const hint = "This was not foreseen. Please report it with the command and the file; --verbose shows where it happened.";
  return `${label}  ${visibleText(message)}\n       ${hint}\n${verbose ? `${stack}\n` : ""}`;
}
