import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { distance } from "fastest-levenshtein";
import { UsageError } from "../errors.ts";
import { visibleLine } from "../review/visible-text.ts";

/**
 * Refuses a first argument that is no command, with what was likely meant.
 *
 * @param commands every command's name
 * @throws {UsageError}
 */
export function requireCommand(argv: readonly string[], commands: readonly string[], cwd: string): void {
  const name = argv.find((argument) => !argument.startsWith("-"));
  if (name === undefined || commands.includes(name)) return;
  const shown = visibleLine(name);
  if (/[\\/.]/.test(name) || existsSync(resolve(cwd, name)))
    throw new UsageError(
      `${shown} is a path, and a command is missing before it.`,
      `For the full migration: next-auth-codemod all ${shown}`,
    );
  const nearest = nearestTo(name, commands);
  throw new UsageError(
    `There is no transform or command called ${shown}.`,
    nearest === undefined
      ? "next-auth-codemod list names the transforms; --help everything."
      : `Did you mean ${nearest}? next-auth-codemod list names the transforms.`,
  );
}

/** The command that shares a word's beginning or is a few letters away. */
function nearestTo(name: string, commands: readonly string[]): string | undefined {
  const ranked = commands
    .map((command) => ({ command, far: Math.min(distance(name, command), ...sharedWords(name, command)) }))
    .sort((a, b) => a.far - b.far);
  const [best] = ranked;
  return best !== undefined && best.far <= Math.max(2, name.length / 3) ? best.command : undefined;
}

/** `wrap-layout` for `wrap-root-layout`: every word given is one of the command's. */
function sharedWords(name: string, command: string): number[] {
  const words = command.split("-");
  return name.split("-").every((word) => word.length > 2 && words.some((other) => other.startsWith(word))) ? [1] : [];
}
