import { statSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { UsageError } from "../errors.ts";

/** A file that a person asked for besides the migration: a patch or a report. */
export interface Artefact {
  write(content: string): void;
}

/**
 * Makes sure that a file can be written before a run begins.
 *
 * @param flag which option names it, for messages
 * @throws {UsageError} where its folder is not there, or it is a folder
 */
export function artefact(flag: string, file: string, cwd: string): Artefact {
  const target = resolve(cwd, file);
  if (!statSync(dirname(target), { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`${flag} ${file}: there is no folder ${dirname(target)}.`, "Create it first, or name another file.");
  if (statSync(target, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`${flag} ${file} is a folder.`, "Name a file in it.");
  return {
    write(content) {
      try {
        writeFileSync(target, content);
      } catch (error) {
        throw new UsageError(
          `${flag} ${file} could not be written: ${(error as Error).message}`,
          "Nothing else was written. Name a file that you may write.",
        );
      }
    },
  };
}
