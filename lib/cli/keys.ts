import { emitKeypressEvents, type Key } from "node:readline";
import type { ReadStream } from "node:tty";

/** Single key presses of a terminal, in order; what is typed ahead waits. */
export interface Keys {
  /** @returns the character, or a name: `ctrl-c`, `return`, `escape`; `end` where the terminal went away */
  next(): Promise<string>;
  /** Gives the keyboard to somebody else (an editor, a shell) until `next` is asked again. */
  release(): void;
}

export function openKeys(keyboard: ReadStream): Keys {
  const waiting: string[] = [];
  let wanted: ((key: string) => void) | undefined;
  const take = (key: string) => {
    if (wanted === undefined) return void waiting.push(key);
    const answer = wanted;
    wanted = undefined;
    answer(key);
  };
  const onKey = (text: string | undefined, key: Key) =>
    take(key.ctrl ? `ctrl-${key.name}` : key.name === "return" || key.name === "escape" ? key.name : (text ?? ""));
  const onEnd = () => take("end");
  let open = false;
  const release = () => {
    if (!open) return;
    open = false;
    keyboard.off("keypress", onKey).off("end", onEnd);
    keyboard.setRawMode(false);
    keyboard.pause();
  };
  return {
    release,
    next() {
      if (!open) {
        open = true;
        emitKeypressEvents(keyboard);
        keyboard.setRawMode(true);
        keyboard.on("keypress", onKey).on("end", onEnd).resume();
      }
      const typed = waiting.shift();
      return typed === undefined ? new Promise((resolve) => (wanted = resolve)) : Promise.resolve(typed);
    },
  };
}
