import type { Step } from "../changes/change-set.ts";
import { UsageError } from "../errors.ts";
import { choicesOf, stepsOf, type Choice, type Proposal } from "../propose.ts";
import { reviewFile } from "../review/file-review.ts";
import { isEnvFile } from "../review/mask-env.ts";
import type { Refusal } from "../review/run-review.ts";
import { terminalDiff } from "../review/terminal-diff.ts";
import { visibleLine } from "../review/visible-text.ts";
import type { TransformContext } from "../transform.ts";
import { parseSource } from "../workspace/parse.ts";
import { isCode } from "../workspace/code-file.ts";
import { editTexts } from "./editor.ts";
import { openKeys, type Keys } from "./keys.ts";
import { READABLE_COLUMNS, type Terminal } from "./terminal.ts";

const KEYS: readonly [key: string, meaning: string][] = [
  ["y", "yes, take this change"],
  ["n", "no, leave it out"],
  ["f", "yes, and everything else in the same file"],
  ["a", "yes, and everything that is left"],
  ["q", "quit: leave out this and everything that is left; what was taken is kept"],
  ["e", "edit the result in $EDITOR, then take it"],
  ["w", "why: what the change is for, and where that is documented"],
  ["?", "this help"],
];

/** Shows the paths of a workspace as the run does. */
type Named = (path: string) => string;

/** A person's review, change by change, over a whole run: each transform sees what was taken of the ones before. */
export class InteractiveReview {
  /** What was left out, for the summary. */
  readonly refused: Refusal[] = [];
  readonly #terminal: Terminal;
  readonly #keys: Keys;
  readonly #named: Named;
  readonly #documentation: (transform: string) => string | undefined;
  #rest: "ask" | "take" | "refuse" = "ask";
  readonly #wholeFiles = new Set<string>();

  /** @throws {UsageError} where nobody can be asked */
  constructor(terminal: Terminal, named: Named, documentation: (transform: string) => string | undefined) {
    if (terminal.keyboard === undefined)
      throw new UsageError("--interactive needs a terminal to ask in.", "Run it in one, or look at the change with --dry or --report.");
    this.#terminal = terminal;
    this.#keys = openKeys(terminal.keyboard);
    this.#named = named;
    this.#documentation = documentation;
  }

  /** Gives the keyboard back. */
  end(): void {
    this.#keys.release();
  }

  /** Asks for each choice of a proposal, and gives the steps that were taken. */
  readonly choose = async (proposal: Proposal, context: TransformContext): Promise<readonly [path: string, step: Step][]> => {
    const taken = new Set<string>();
    const edited = new Map<string, string>();
    const choices = choicesOf(proposal);
    for (const [i, choice] of choices.entries()) {
      const touched = choice.paths.find((path) => edited.has(path));
      if (touched !== undefined)
        this.#say(
          `${this.#terminal.messages.warning("left out")}  another change by ${proposal.transform.name} in ${this.#shown(touched)}, which you edited. Run again to be asked for it.\n`,
        );
      const answer =
        touched === undefined &&
        (await this.#decide(choice, { proposal, context, taken, edited, position: `${i + 1} of ${choices.length}` }));
      if (answer) taken.add(choice.id);
      else this.refused.push({ transform: proposal.transform.name, paths: choice.paths, reasons: choice.reasons });
    }
    return stepsOf(proposal, (id) => taken.has(id)).map(([path, step]) => {
      const text = edited.get(path);
      return [path, text === undefined ? step : { ...step, spans: [], after: text }];
    });
  };

  async #decide(choice: Choice, asked: Asked): Promise<boolean> {
    if (this.#rest !== "ask") return this.#rest === "take";
    if (choice.paths.every((path) => this.#wholeFiles.has(path))) return true;
    this.#showChoice(choice, asked);
    const editable = choice.paths.some((path) => !isEnvFile(path));
    const keys = KEYS.map(([key]) => key).filter((key) => key !== "e" || editable);
    for (;;) {
      this.#say(
        `${this.#terminal.messages.heading(`${asked.proposal.transform.name} (${asked.position})`)} Take this change? [${keys.join(",")}] `,
      );
      const key = (await this.#keys.next()).toLowerCase();
      this.#say(`${/^[\x20-\x7e]$/.test(key) ? key : ""}\n`);
      if (key === "ctrl-c" || key === "ctrl-d" || key === "end") throw new UsageError("Cancelled.", "Nothing was written.");
      if (key === "y") return true;
      if (key === "n") return false;
      if (key === "e" && editable && this.#edit(choice, asked)) return true;
      if (key === "w") this.#explain(choice, asked);
      if (key === "f") for (const path of choice.paths) this.#wholeFiles.add(path);
      if (key === "a" || key === "q") this.#rest = key === "a" ? "take" : "refuse";
      if (key === "f" || key === "a" || key === "q") return key !== "q";
      if (!keys.includes(key) || key === "?")
        this.#say(
          KEYS.filter(([name]) => keys.includes(name))
            .map(([name, meaning]) => `  ${name}  ${meaning}\n`)
            .join(""),
        );
    }
  }

  #showChoice(choice: Choice, { proposal, context }: Asked): void {
    const steps = stepsOf(proposal, (id) => id === choice.id);
    const reviews = steps.map(([path, step]) =>
      reviewFile({ path, before: context.project.workspace.read(path), after: step.after, steps: [step] }, { path: this.#named(path) }),
    );
    this.#say(
      `\n${terminalDiff(reviews, { palette: this.#terminal.messages, columns: this.#terminal.screen?.columns ?? READABLE_COLUMNS })}\n`,
    );
  }

  #explain({ reasons, paths }: Choice, { proposal: { transform } }: Asked): void {
    const documentation = this.#documentation(transform.name);
    this.#say(`  ${transform.name}: ${transform.summary}\n${reasons.map((reason) => `  - ${visibleLine(reason)}\n`).join("")}`);
    if (paths.length > 1) this.#say(`  These belong together: ${paths.map((path) => this.#shown(path)).join(", ")}\n`);
    if (documentation !== undefined) this.#say(`  ${documentation}\n`);
  }

  /** @returns whether the edited result is taken: it was saved, and parses */
  #edit(choice: Choice, { proposal, taken, edited }: Asked): boolean {
    const results = stepsOf(proposal, (id) => id === choice.id || taken.has(id)).filter(
      ([path]) => choice.paths.includes(path) && !isEnvFile(path),
    );
    const before = new Map(results.map(([path, step]) => [path, step.after]));
    this.#keys.release();
    const after = editTexts(before, this.#terminal.env);
    if (after === undefined) this.#say("The editor gave up, so nothing was taken. Set $EDITOR to another one, or answer without it.\n");
    const broken = [...(after ?? [])].flatMap(([path, text]) => this.#syntaxError(path, text) ?? []);
    for (const problem of broken) this.#say(`${this.#terminal.messages.removed("error")}  ${problem}. Edit again, or answer without.\n`);
    if (after === undefined || broken.length > 0) return false;
    for (const [path, text] of after) if (text !== before.get(path)) edited.set(path, text);
    return true;
  }

  #syntaxError(path: string, text: string): string | undefined {
    if (!isCode(path)) return undefined;
    try {
      parseSource(text.replace(/^\uFEFF/, ""), path);
      return undefined;
    } catch (error) {
      return `${this.#shown(path)} does not parse: ${(error as Error).message}`;
    }
  }

  #shown(path: string): string {
    return visibleLine(this.#named(path));
  }

  #say(text: string): void {
    this.#terminal.err(text);
  }
}

/** What a choice is asked within. */
interface Asked {
  proposal: Proposal;
  context: TransformContext;
  /** The choices taken so far. */
  taken: ReadonlySet<string>;
  /** The files of this proposal that were edited by hand. */
  edited: Map<string, string>;
  position: string;
}
