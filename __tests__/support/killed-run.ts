/**
 * Writes or undoes the thirty files' changes and dies on the way: `killed-run.ts apply|undo <root> <call>`.
 * A process of its own, since SIGKILL leaves nothing of it.
 */
import { nodeFileSystem, type FileSystem } from "../../lib/changes/file-system.ts";
import { apply } from "../../lib/changes/apply.ts";
import { undo } from "../../lib/changes/undo.ts";
import { changesOfThirtyFiles } from "./thirty-files.ts";

const [command, root, at] = process.argv.slice(2) as [string, string, string];
let calls = 0;

/** Every second death comes right after its call, the others right before; a write is torn. */
const fs = new Proxy(nodeFileSystem, {
  get:
    (target, name: keyof FileSystem) =>
    (...args: unknown[]) => {
      const call = (...given: unknown[]) => (target[name] as (...given: unknown[]) => unknown)(...given);
      if (calls++ !== Number(at)) return call(...args);
      if (name === "writeSync") call(args[0], args[1], args[2], Math.floor((args[3] as number) / 2));
      else if (calls % 2 === 0) call(...args);
      return process.kill(process.pid, "SIGKILL");
    },
});

if (command === "undo") undo(root, fs);
else apply(root, changesOfThirtyFiles(), fs);
