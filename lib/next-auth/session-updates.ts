import type { Node } from "@babel/types";
import { fact, type Project } from "../project/project.ts";
import { takenAs } from "../syntax/property-name.ts";
import type { SourceFile } from "../workspace/source-file.ts";
import { sessionConsumers, type SessionCall } from "./session-consumers.ts";

/**
 * Whether a component of the app calls `update()` of useSession. While that asks the server, the status is "loading" for
 * everybody below the provider, and the session is still there.
 * https://github.com/nextauthjs/next-auth/blob/v4/packages/next-auth/src/react/index.tsx
 */
export const updatesSession = fact((project: Project): boolean =>
  project
    .mentioning(["useSession"])
    .some(
      (file) =>
        file.text.includes("update") &&
        file.parses &&
        sessionConsumers(project, file).some(({ calls }) => calls.some((call) => takesUpdate(file, call))),
    ),
);

function takesUpdate(file: SourceFile, { call, form }: SessionCall): boolean {
  if (form.kind === "pattern")
    return takenAs(form.pattern, "update") !== undefined || form.pattern.properties.some(({ type }) => type === "RestElement");
  const isOfSession = (object: Node) =>
    object === call || (form.kind === "whole" && object.type === "Identifier" && object.name === form.name);
  return [...file.nodes("MemberExpression"), ...file.nodes("OptionalMemberExpression")].some(
    ({ object, property }) => property.type === "Identifier" && property.name === "update" && isOfSession(object),
  );
}
