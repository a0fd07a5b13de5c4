import { reachOf } from "../../next-auth/client-graph.ts";
import { entryKind } from "../../project/entries.ts";
import { filesThatUse } from "../../project/module-graph.ts";
import { defineCause } from "../cause.ts";
import { CONTEXT_DOCS } from "./docs.ts";
import { sessionFiles } from "./session-files.ts";

export const useSessionInServer = defineCause({
  name: "use-session-in-server",
  severity: "error",
  summary: "useSession is called in a server component.",
  why: 'Without "use client" in the file, or in one that imports it, a component of the App Router runs on the server, where React has no context and next-auth/react, which has no "use client" in version 4, is server code: the build stops with "React Context is unavailable in Server Components".',
  help: 'Begin the file with "use client", or read the session with await getServerSession(authOptions).',
  docs: CONTEXT_DOCS,
  example: {
    broken: "export default function Page() {\n  const { data: session } = useSession();\n}",
    repaired: '"use client";\n\nexport default function Page() {\n  const { data: session, status } = useSession();\n}',
  },
  look(project, found) {
    for (const { file, consumers } of sessionFiles(project)) {
      const { client, server, elsewhere } = reachOf(project, file);
      const [first] = consumers.flatMap(({ calls }) => calls);
      if (first === undefined || client !== undefined || elsewhere || !server) continue;
      // What only a barrel brings in is perhaps never rendered.
      const isRendered = [file, ...filesThatUse(project, file.path)].some(({ path }) => entryKind(project, path) === "app");
      found(
        file,
        first.call,
        'No "use client" is on the way here, so useSession runs on the server: the build stops with "React Context is unavailable in Server Components".',
        { severity: isRendered ? "error" : "warning" },
      );
    }
  },
});
