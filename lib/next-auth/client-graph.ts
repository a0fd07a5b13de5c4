import { entryKind } from "../project/entries.ts";
import { filesThatUse } from "../project/module-graph.ts";
import { fact, type Project } from "../project/project.ts";
import { fileDirective, isClientFile } from "../syntax/directives.ts";
import type { SourceFile } from "../workspace/source-file.ts";

/** Who brings a file in: by whom it runs where. */
export interface Reach {
  /** The nearest `"use client"` file whose bundle it is part of: itself, or one that imports it. */
  client: SourceFile | undefined;
  /** Whether the App Router runs it on the server: as an entry, a server action, or imported by one. */
  server: boolean;
  /** Whether the Pages Router, a middleware or instrumentation brings it in. */
  elsewhere: boolean;
}

const known = fact(() => new Map<SourceFile, Reach>());

/**
 * Follows a file's importers up to where Next.js starts. A `"use client"` file ends the way: all below it is
 * client code. A `"use server"` file ends it too: whoever imports it gets references, not code.
 * https://nextjs.org/docs/app/api-reference/directives/use-client
 */
export function reachOf(project: Project, file: SourceFile): Reach {
  let reach = known(project).get(file);
  if (reach === undefined) known(project).set(file, (reach = findReach(project, file)));
  return reach;
}

function findReach(project: Project, file: SourceFile): Reach {
  const reach: Reach = { client: undefined, server: false, elsewhere: false };
  const seen = new Set([file]);
  for (const at of seen) {
    const entry = entryKind(project, at.path);
    if (isClientFile(at)) reach.client ??= at;
    else if (fileDirective(at, "use server") || entry === "app") reach.server = true;
    else if (entry !== undefined) reach.elsewhere = true;
    else for (const importer of filesThatUse(project, at.path)) seen.add(importer);
  }
  return reach;
}

/** Whether a file runs in the browser only: marked so, or reached from client files and from nothing else. */
export function isClientOnly(project: Project, file: SourceFile): boolean {
  const { client, server, elsewhere } = reachOf(project, file);
  return client === file || (client !== undefined && !server && !elsewhere);
}
