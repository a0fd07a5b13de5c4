import type { Node } from "@babel/types";
import type { SourceEdit } from "../edit/source-edit.ts";
import { SessionDecisions } from "../next-auth/session-decisions.ts";
import { sessionConsumers, type SessionConsumer } from "../next-auth/session-consumers.ts";
import { LOADING, SessionStates, UNAUTHENTICATED } from "../next-auth/session-states.ts";
import type { Project } from "../project/project.ts";
import type { Report } from "../transform.ts";
import type { SourceFile } from "../workspace/source-file.ts";
import { navigationsIn, type Navigations } from "./navigations.ts";

/** What is known of a file that calls useSession. */
export interface SessionFile {
  project: Project;
  report: Report;
  file: SourceFile;
  edits: SourceEdit;
  consumers: readonly SessionConsumer[];
  states: SessionStates;
  flow: SessionDecisions;
  navigations: Navigations;
  placeholder: string;
}

export function readSessionFile(project: Project, report: Report, file: SourceFile, edits: SourceEdit, placeholder: string): SessionFile {
  const consumers = sessionConsumers(project, file);
  const navigations = navigationsIn(project, file);
  const states = new SessionStates(
    file,
    consumers.flatMap(({ calls }) => calls.map(({ call }) => call)),
  );
  return {
    project,
    report,
    file,
    edits,
    consumers,
    states,
    navigations,
    flow: new SessionDecisions(file, states, navigations.isExit),
    placeholder,
  };
}

/** A part of a file. */
export interface Range {
  start: number;
  end: number;
}

/** Where code in a range asks whether the status is "loading". */
export function asksForLoading({ file, states }: SessionFile, { start, end }: Range): Node | undefined {
  const isStatus = (node: Node) => {
    const [loading, signedOut] = [states.value(node, LOADING), states.value(node, UNAUTHENTICATED)];
    return (
      loading.type === "literal" && loading.value === "loading" && signedOut.type === "literal" && signedOut.value === "unauthenticated"
    );
  };
  const within = (node: Node) => start <= node.start! && node.end! <= end;
  const compared = file.nodes("BinaryExpression").find(
    (node) =>
      within(node) &&
      [
        [node.left, node.right],
        [node.right, node.left],
      ].some(([a, b]) => b!.type === "StringLiteral" && b!.value === "loading" && isStatus(a!)),
  );
  return (
    compared ??
    file
      .nodes("SwitchStatement")
      .find(
        (node) =>
          within(node) &&
          isStatus(node.discriminant) &&
          node.cases.some(({ test }) => test?.type === "StringLiteral" && test.value === "loading"),
      )
  );
}
