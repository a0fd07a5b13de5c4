import type { Node } from "@babel/types";
import { waitInJsx } from "../../add-loading-branches/jsx.ts";
import { isBlank, matters } from "../../add-loading-branches/noticed.ts";
import { decisionAt, placesIn } from "../../add-loading-branches/render.ts";
import { Scene } from "../../add-loading-branches/scene.ts";
import type { SessionFile } from "../../add-loading-branches/session-file.ts";
import { SourceEdit } from "../../edit/source-edit.ts";
import type { Decision } from "../../next-auth/session-decisions.ts";
import { entryKind } from "../../project/entries.ts";
import { fact } from "../../project/project.ts";
import type { SourceFile } from "../../workspace/source-file.ts";
import { defineCause } from "../cause.ts";
import { CLIENT_DOCS } from "./docs.ts";
import { isCertain, sessionFiles } from "./session-files.ts";

const DOCS = `${CLIENT_DOCS}#usesession`;
const REPAIR = "add-loading-branches";

export const consumerNoLoading = defineCause({
  name: "consumer-no-loading",
  severity: "warning",
  summary: "A component takes a session that still loads for none, and leaves, or shows another page.",
  why: 'On every refresh useSession starts with status "loading" and data undefined, before the session is there. Code that only asks `!session` then redirects, throws, or renders the page for people who are signed out; the session arrives a moment later, too late for a redirect.',
  help: 'Return while `status === "loading"`, after the last hook and before the decision.',
  docs: DOCS,
  repairedBy: REPAIR,
  example: {
    broken: 'const { data: session } = useSession();\nif (!session) redirect("/login");',
    repaired: 'const { data: session, status } = useSession();\nif (status === "loading") return null;\nif (!session) redirect("/login");',
  },
  look(project, found) {
    for (const { file, at, decision, kind } of renderDecisions(project)) {
      if (kind === "leaves")
        found(
          file,
          at,
          "While the session loads, this leaves as if nobody were signed in: on a refresh people who are signed in are sent away.",
          {
            severity: isCertain(project, decision) ? "error" : "warning",
          },
        );
      if (kind === "page")
        found(file, at, "While the session loads, this decides as if nobody were signed in: on a refresh another page comes first.");
    }
  },
});

export const consumerFlash = defineCause({
  name: "consumer-flashes-signed-out",
  severity: "info",
  summary: "A component shows what signed-out people see while the session loads.",
  why: 'On every refresh useSession starts with status "loading" and data undefined. A component that only asks for the session shows its signed-out side until the session is there: people who are signed in see "Sign in" for a moment, and the server\'s HTML says so too.',
  help: 'Show a placeholder while `status === "loading"`.',
  docs: DOCS,
  repairedBy: REPAIR,
  example: {
    broken: "{session ? <Avatar /> : <SignIn />}",
    repaired: '{status === "loading" ? <Skeleton /> : session ? <Avatar /> : <SignIn />}',
  },
  look(project, found) {
    const message = "While the session loads, this shows what people see who are signed out.";
    for (const { file, at, kind } of renderDecisions(project)) if (kind === "part") found(file, at, message);
    for (const session of sessionFiles(project)) for (const place of flashesIn(session)) found(session.file, place, message);
  },
});

/** A decision in a component's body that is taken while the session loads as if nobody were signed in. */
interface RenderDecision {
  file: SourceFile;
  at: Node;
  decision: Decision;
  /** Goes elsewhere or throws; shows another page; shows another part of one, or the page that signed-in people leave. */
  kind: "leaves" | "page" | "part";
}

const renderDecisions = fact((project): readonly RenderDecision[] =>
  sessionFiles(project).flatMap((session) => {
    const { file } = session;
    const said = new Set<Node>();
    return session.consumers.flatMap((consumer) => {
      const scene = new Scene(session, consumer);
      if (consumer.kind !== "component") return [];
      return placesIn(scene).flatMap((place): RenderDecision[] => {
        const decision = decisionAt(scene, place);
        if (decision === undefined || said.has(decision.deciding.at) || !matters(scene, place) || isBlank(scene, place)) return [];
        said.add(decision.deciding.at);
        const isPage = entryKind(project, file.path) !== undefined && !leavesSignedIn(session, decision);
        const kind = place.type === "ReturnStatement" ? (isPage ? "page" : "part") : "leaves";
        return [{ file, at: decision.deciding.at, decision, kind }];
      });
    });
  }),
);

/** `if (session) redirect("/dashboard")`: what is shown else is what everybody is to see who stays. */
function leavesSignedIn({ navigations }: SessionFile, { deciding: { kind, at } }: Decision): boolean {
  return kind === "past" && navigations.all.some((node) => at.start! <= node.start! && node.end! <= at.end!);
}

/** Where add-loading-branches would put a placeholder into what a component renders, or says that somebody has to. */
function flashesIn(session: SessionFile): (Node | number)[] {
  const { file, consumers } = session;
  const edits = new SourceEdit(file, "doctor");
  const notes: (Node | number)[] = [];
  const report = {
    finding: (rule: string, _at: SourceFile | string, place: Node | number | undefined) =>
      void (/^(?:session-status-out-of-reach|loading-asked-later)$/.test(rule) && place !== undefined && notes.push(place)),
    alreadyRight: () => undefined,
  };
  for (const consumer of consumers) if (consumer.kind === "component") waitInJsx(new Scene({ ...session, edits, report }, consumer));
  const changes = edits.spans().filter(({ reason }) => !reason.startsWith("Reads the status"));
  const byLine = [...notes, ...changes.map(({ start }) => firstOf(file, start))].map(
    (place) => [file.position(place).line, place] as const,
  );
  return [...new Map(byLine.reverse()).values()].reverse();
}

/** The first character of code from an offset on. */
function firstOf(file: SourceFile, offset: number): number {
  return offset + /^\s*/.exec(file.text.slice(offset))![0].length;
}
