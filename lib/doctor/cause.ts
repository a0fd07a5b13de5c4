import type { Node } from "@babel/types";
import type { Rule } from "../findings/index.ts";
import type { Project } from "../project/project.ts";
import type { SourceFile } from "../workspace/source-file.ts";

/** One way to lose a session: how it is recognised, why it loses the session, and what repairs it. */
export interface Cause extends Rule {
  /** Kebab-case and stable: the finding's rule. */
  name: string;
  /** Why it loses the session, in a paragraph for `--explain` and the rule's page. What holds on some versions only says which. */
  why: string;
  /** The least code that shows it, and the same code repaired. */
  example?: { broken: string; repaired?: string };
  /** The transform that repairs it; without one, `help` says what to do by hand. */
  repairedBy?: string;
  /** Looks at one app and says where the cause is. */
  look(project: Project, found: Found): void;
}

/**
 * Says that the cause is here.
 *
 * @param at the file, and the place in it where there is one
 * @param message what is there and why it loses the session, in a sentence or two
 * @param overrides `byHand` is the help for a place that the cause's transform does not repair
 */
export type Found = (
  at: SourceFile | string,
  place: Node | number | undefined,
  message: string,
  overrides?: { severity?: Rule["severity"]; help?: string; byHand?: string },
) => void;

/** Gives a cause's literal types their names. */
export function defineCause(cause: Cause): Cause {
  return cause;
}
