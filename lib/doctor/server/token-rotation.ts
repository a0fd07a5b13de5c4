import { callbacks } from "../../next-auth/callbacks.ts";
import { serverSessionCalls } from "../../next-auth/session-reads.ts";
import { reachOf } from "../../next-auth/client-graph.ts";
import { entryKind } from "../../project/entries.ts";
import type { Project } from "../../project/project.ts";
import { calleeName } from "../../syntax/components.ts";
import { fileDirective } from "../../syntax/directives.ts";
import { inside } from "../../syntax/props.ts";
import type { SourceFile } from "../../workspace/source-file.ts";
import { defineCause } from "../cause.ts";

export const tokenRotationLost = defineCause({
  name: "token-rotation-lost",
  severity: "info",
  summary: "The jwt callback gets new tokens, and server components read the session, which cannot keep them.",
  why: "The jwt callback runs whenever the session is read, by getServerSession too. What it returns is written into the cookie only where a cookie can be set: in `/api/auth/session`. In a server component, and in everything else of the App Router that calls getServerSession, new tokens are lost. Where the provider takes a refresh token once only, the next refresh fails, and the user has to sign in again.",
  help: "Refresh well before the end, so that the browser's own requests do it (SessionProvider refetchInterval), and keep the refresh token in a database where it can be used once only.",
  docs: "https://next-auth.js.org/configuration/callbacks#jwt-callback",
  example: {
    broken:
      "async jwt({ token }) {\n  if (Date.now() > token.expiresAt) return refreshAccessToken(token);\n  return token;\n}\n// app/page.tsx\nconst session = await getServerSession(authOptions);",
  },
  look(project, found) {
    const reader = serverSessionCalls(project).find(({ file }) => isServerComponent(project, file));
    if (reader === undefined) return;
    for (const { name, file, fn } of callbacks(project)) {
      if (name !== "jwt" || !/refresh_?token/i.test(file.text)) continue;
      const refresh = file
        .nodes("CallExpression")
        .find(
          (call) =>
            inside(call, fn) &&
            (/refresh/i.test(calleeName(call) ?? "") || (calleeName(call) === "fetch" && /refresh_token/.test(file.slice(fn)))),
        );
      if (refresh)
        found(
          file,
          refresh,
          `${reader.file.path} reads the session where no cookie can be set: the tokens that this gets are used for that page, and lost.`,
        );
    }
  },
});

/** A page, a layout or a component that the server renders; not a route handler or an action. */
function isServerComponent(project: Project, file: SourceFile): boolean {
  if (fileDirective(file, "use server") || /(?:^|\/)route\.\w+$/.test(file.path) || entryKind(project, file.path) === "pages") return false;
  const { server, client } = reachOf(project, file);
  return server && client === undefined;
}
