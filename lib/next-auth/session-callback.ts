import type { Node } from "@babel/types";
import { definitionOf, type Place } from "../project/definition.ts";
import type { Project } from "../project/project.ts";
import { unwrap } from "../syntax/expressions.ts";
import { fieldOf, optionObjects, propertyField } from "./option-fields.ts";
import { functionAround, isFunction } from "../syntax/functions.ts";

/** What a `session` callback hands back instead of the session. */
export interface MisshapenReturn extends Place {
  returned: "token" | "parameters";
}

/**
 * Where the app's `session` callback certainly returns something else than a session: the token, or all that it was
 * called with (`session: (session) => session`, as next-auth 3 had it). Code that reads `session.user` works with
 * such a callback only as long as the callback does not run.
 * https://next-auth.js.org/configuration/callbacks#session-callback
 */
export function misshapenSessionReturn(project: Project): MisshapenReturn | undefined {
  for (const options of optionObjects(project)) {
    const callbacks = fieldOf(project, options, "callbacks");
    const object = callbacks.state === "set" ? definitionOf(project, callbacks.value) : undefined;
    if (object?.node.type !== "ObjectExpression") continue;
    const session = propertyField(project, object.file, object.node, "session");
    const callback = session.state === "set" ? definitionOf(project, session.value) : undefined;
    const found = callback && misshapenReturn(callback);
    if (found) return found;
  }
  return undefined;
}

function misshapenReturn({ file, node }: Place): MisshapenReturn | undefined {
  if (!isFunction(node)) return undefined;
  const names = parameterNames(node.params[0]);
  const body: Node = node.body;
  const returned =
    body.type === "BlockStatement"
      ? file
          .nodes("ReturnStatement")
          .filter((statement) => functionAround(file, statement) === node)
          .map(({ argument }) => argument)
      : [body];
  for (const value of returned) {
    const expression = value && unwrap(value);
    const kind = expression?.type === "Identifier" ? names.get(expression.name) : undefined;
    if (kind !== undefined) return { file, node: expression!, returned: kind };
  }
  return undefined;
}

/** The names that stand for all parameters, or for the token. */
function parameterNames(parameter: Node | undefined): ReadonlyMap<string, MisshapenReturn["returned"]> {
  const names = new Map<string, MisshapenReturn["returned"]>();
  if (parameter?.type === "Identifier") names.set(parameter.name, "parameters");
  if (parameter?.type !== "ObjectPattern") return names;
  for (const property of parameter.properties) {
    if (
      property.type === "ObjectProperty" &&
      property.key.type === "Identifier" &&
      property.key.name === "token" &&
      property.value.type === "Identifier"
    )
      names.set(property.value.name, "token");
  }
  return names;
}
