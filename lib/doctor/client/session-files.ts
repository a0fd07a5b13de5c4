import { readSessionFile, type SessionFile } from "../../add-loading-branches/session-file.ts";
import { SourceEdit } from "../../edit/source-edit.ts";
import { AUTHENTICATED, LOADING } from "../../next-auth/session-states.ts";
import type { Decision } from "../../next-auth/session-decisions.ts";
import { and } from "../../next-auth/session-values.ts";
import { isTestFile } from "../../project/entries.ts";
import { fact, type Project } from "../../project/project.ts";
import { attributeOf, sessionProviders } from "./session-providers.ts";

const silent = { finding: () => undefined, alreadyRight: () => undefined };

/** The files that call useSession, read as add-loading-branches reads them. */
export const sessionFiles = fact((project: Project): readonly SessionFile[] =>
  project.mentioning(["useSession"]).flatMap((file) => {
    if (!file.parses || isTestFile(file.path)) return [];
    const session = readSessionFile(project, silent, file, new SourceEdit(file, "doctor"), "null");
    return session.consumers.length === 0 ? [] : [session];
  }),
);

/**
 * Whether a decision sends away whoever is signed in, too, while the session loads. Not certain where the provider may be
 * given the session by the server: there is no such moment then.
 */
export function isCertain(project: Project, { conditions }: Decision): boolean {
  const truth = (world: typeof LOADING) => and(...conditions.map((condition) => condition.truth(world)));
  const isGiven = sessionProviders(project).some(({ element }) => attributeOf(element, "session") !== undefined);
  return truth(LOADING) === true && truth(AUTHENTICATED) === false && !isGiven;
}
