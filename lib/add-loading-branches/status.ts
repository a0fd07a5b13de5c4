import type { Node, ObjectPattern } from "@babel/types";
import type { Change } from "../edit/source-edit.ts";
import { endOfStatement, indentationAt, type FileStyle } from "../edit/style.ts";
import type { SessionCall, SessionConsumer } from "../next-auth/session-consumers.ts";
import { bindingAt } from "../syntax/bindings.ts";
import { functionAround } from "../syntax/functions.ts";
import { isPropertyName, takenAs } from "../syntax/property-name.ts";
import { unwrap } from "../syntax/expressions.ts";
import type { SourceFile } from "../workspace/source-file.ts";

/** How a component reads the session's status, and what has to change for that. */
export interface StatusReading {
  /** `status`, `sessionStatus`, `session.status` */
  text: string;
  /** From where in the component it can be read while it renders. */
  from: number;
  /** Whether its name still means it at a place inside the component. */
  isReadableAt(place: Node): boolean;
  /** How the session itself is read at a place inside the component, where it has a name there. */
  sessionAt(place: Node): string | undefined;
  /** Makes it readable where it is not yet. */
  declare(change: Change, style: FileStyle): void;
}

type Status = Omit<StatusReading, "sessionAt">;

const NAMES = ["status", "sessionStatus", "authStatus", "nextAuthStatus"];

/**
 * The status as the component has it already, else the smallest addition: one more name in the pattern that
 * takes the session, else (where a type assertion or a member access leaves no room) a second call of the hook.
 * Undefined where neither is possible.
 */
export function statusReading(file: SourceFile, consumer: SessionConsumer): StatusReading | undefined {
  const reading = readStatus(file, consumer);
  return reading && { ...reading, sessionAt: (place) => sessionAt(file, consumer, place) };
}

/** `session` of `const { data: session } = useSession()`, `auth.data` of `const auth = useSession()` */
function sessionAt(file: SourceFile, { calls }: SessionConsumer, place: Node): string | undefined {
  for (const { form, call } of calls) {
    const name = form.kind === "whole" ? form.name : form.kind === "pattern" ? takenAs(form.pattern, "data") : undefined;
    const isSame = name !== undefined && bindingAt(file, place, name) === bindingAt(file, call, name);
    if (isSame && call.end! <= place.start!) return form.kind === "whole" ? `${name}.data` : name;
  }
  return undefined;
}

function readStatus(file: SourceFile, { calls, owner }: SessionConsumer): Status | undefined {
  for (const { form, call } of calls) {
    if (form.kind === "whole") return readFromObject(file, form.name, form.declarator, owner);
    const local = form.kind === "pattern" ? takenAs(form.pattern, "status") : undefined;
    if (local !== undefined) return existing(file, call, local, local, call.end!);
  }
  const name = NAMES.find((candidate) => isUnspoken(file, owner, candidate));
  if (name === undefined) return undefined;
  for (const { form, call } of calls) {
    if (form.kind !== "pattern" || form.asserted) continue;
    const rest = form.pattern.properties.find((property) => property.type === "RestElement");
    if (rest?.type === "RestElement" && rest.argument.type === "Identifier")
      return existing(file, call, rest.argument.name, `${rest.argument.name}.status`, call.end!);
    return {
      text: name,
      from: call.end!,
      isReadableAt: () => true,
      declare: (change) => addProperty(file, change, form.pattern, name === "status" ? name : `status: ${name}`),
    };
  }
  return calls.flatMap((call) => secondCall(file, call, name) ?? [])[0];
}

function readFromObject(file: SourceFile, name: string, declarator: Node, owner: Node): Status {
  for (const other of file.nodes("VariableDeclarator")) {
    const source = other.init && unwrap(other.init);
    if (other.id.type !== "ObjectPattern" || source?.type !== "Identifier" || source.name !== name) continue;
    const local = takenAs(other.id, "status");
    if (local !== undefined && functionAround(file, other) === owner) return existing(file, other, local, local, other.end!);
  }
  return existing(file, declarator, name, `${name}.status`, declarator.end!);
}

/** A reading that is there already. */
function existing(file: SourceFile, at: Node, name: string, text: string, from: number): Status {
  const binding = bindingAt(file, at, name);
  return { text, from, isReadableAt: (place) => bindingAt(file, place, name) === binding, declare: () => undefined };
}

/** Neither declared nor read in the component. */
function isUnspoken(file: SourceFile, owner: Node, name: string): boolean {
  return !file.nodes("Identifier").some((node) => node.name === name && inside(node, owner) && !isPropertyName(file, node));
}

function addProperty(file: SourceFile, change: Change, pattern: ObjectPattern, text: string): void {
  const last = pattern.properties.at(-1);
  if (last === undefined) {
    change.insert(pattern.start! + 1, ` ${text} `);
    return;
  }
  const before = file.text.slice(0, last.start!);
  const ownLine = /\r?\n([ \t]*)$/.exec(before);
  change.insert(last.end!, ownLine ? `,\n${ownLine[1]}${text}` : `, ${text}`);
}

function secondCall(file: SourceFile, { call, statement, required }: SessionCall, name: string): Status | undefined {
  if (statement?.type !== "VariableDeclaration" || required) return undefined;
  const pattern = name === "status" ? "{ status }" : `{ status: ${name} }`;
  // In a file without semicolons, one that stands there keeps the next line from being read as a call.
  const ended = file.text[statement.end! - 1] === ";";
  return {
    text: name,
    from: statement.end!,
    isReadableAt: () => true,
    declare: (change, style) =>
      void change.insert(
        statement.end!,
        `\n${indentationAt(file, statement.start!)}const ${pattern} = ${file.slice(call.callee)}()${ended ? ";" : endOfStatement(style)}`,
      ),
  };
}

function inside(node: Node, outer: Node): boolean {
  return outer.start! <= node.start! && node.end! <= outer.end!;
}
