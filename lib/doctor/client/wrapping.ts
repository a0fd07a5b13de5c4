import type { Node } from "@babel/types";
import { fact } from "../../project/project.ts";
import type { SourceFile } from "../../workspace/source-file.ts";
import { planWrapping, type WrapPlan } from "../../wrap-root-layout/plan.ts";

/** What wrap-root-layout would do to an app, and what it has to say about it. */
export interface Wrapping {
  plan: WrapPlan | undefined;
  notes: readonly { rule: string; at: SourceFile | string; place: Node | number | undefined; message: string }[];
}

/** @throws {ParseError} where a layout does not parse */
export const wrappingOf = fact((project): Wrapping => {
  const notes: Wrapping["notes"][number][] = [];
  const report = {
    finding: (rule: string, at: SourceFile | string, place: Node | number | undefined, message: string) =>
      void notes.push({ rule, at, place, message }),
    alreadyRight: () => undefined,
  };
  return { plan: planWrapping({ project, report, isSelected: () => true }), notes };
});
