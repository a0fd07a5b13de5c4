import { performance } from "node:perf_hooks";
import type { MigrateRequest } from "../migrate.ts";
import { visibleLine } from "../review/visible-text.ts";
import type { Terminal } from "./terminal.ts";

/** A run that is over before this shows no bar. */
const PATIENCE = 400;
const WIDTH = 24;

/** A bar on a terminal's standard error, for long runs; `end` wipes it away. */
export function progressBar(terminal: Terminal, enabled: boolean): { step: NonNullable<MigrateRequest["onProgress"]>; end: () => void } {
  const start = performance.now();
  let drawn = false;
  const columns = terminal.screen?.columns ?? 80;
  return {
    step: ({ app, transform, done, of }) => {
      if (!enabled || !terminal.watched || performance.now() - start < PATIENCE) return;
      drawn = true;
      const filled = Math.round((done / of) * WIDTH);
      const bar = `${"█".repeat(filled)}${"░".repeat(WIDTH - filled)} ${done}/${of} `;
      const label = `${transform.name} ${visibleLine(app.dir)}`.slice(0, Math.max(0, columns - bar.length - 1));
      terminal.err(`\r${bar}${label}\u001b[K`);
    },
    end: () => {
      if (drawn) terminal.err("\r\u001b[K");
    },
  };
}
