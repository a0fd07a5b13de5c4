import type { AuthOptions } from "../next-auth/auth-options.ts";
import type { OptionsValue } from "../next-auth/options-value.ts";
import { misshapenSessionReturn } from "../next-auth/session-callback.ts";
import type { SessionCall } from "../next-auth/session-calls.ts";
import { entryKind } from "../project/entries.ts";
import type { Project } from "../project/project.ts";
import type { Report, TransformContext } from "../transform.ts";

const SHOWN = 5;

/**
 * One finding for all calls that cannot be given the options, at the options' place where there is one.
 *
 * @param refusal why options that were found cannot be imported
 */
export function reportMissingOptions(
  project: Project,
  report: Report,
  options: AuthOptions,
  refusal: "options-in-route" | "options-out-of-reach" | undefined,
  calls: readonly SessionCall[],
): void {
  const [first] = calls;
  const left = placesOf(calls);
  if (options.kind === "none")
    report.finding("no-auth-options", first!.file, first!.call, `No options object was found in this app, so ${left}`);
  else if (options.kind === "several")
    report.finding(
      "several-auth-options",
      first!.file,
      first!.call,
      `The app has several options objects (${options.values.map(placeOf).join(", ")}), and nothing says which is meant. So ${left}`,
    );
  else {
    const value = options.kind === "found" ? options.value : options;
    if (value.kind === "package") return;
    const inRoute = value.kind === "inline" && entryKind(project, value.file.path) !== undefined;
    const rule =
      refusal ??
      (value.kind === "factory" || value.kind === "per-request"
        ? "options-from-factory"
        : inRoute
          ? "options-in-route"
          : "options-out-of-reach");
    const described =
      rule === "options-in-route" && value.kind === "constant" ? "The options are declared in a file of the router" : DESCRIBED[value.kind];
    report.finding(rule, value.file, value.node, `${described}, so ${left}`);
  }
}

/**
 * Without options the calls get next-auth's plain session; with options that have a callback which returns something
 * else they would get that, and code that works today would fail.
 *
 * @returns whether it is so
 */
export function reportMisshapenSession({ project, report }: TransformContext, calls: readonly SessionCall[]): boolean {
  const found = misshapenSessionReturn(project);
  if (found === undefined) return false;
  const given = found.returned === "token" ? "the token" : "everything it is called with (session, token and user)";
  report.finding(
    "session-callback-shape",
    found.file,
    found.node,
    `The session callback returns ${given} instead of the session, so session.user would not be there once getServerSession runs it. So ${placesOf(calls)}`,
  );
  return true;
}

const DESCRIBED = {
  constant: "The options are not where other files can import them from",
  inline: "The options are written where NextAuth is called and have no name",
  factory: "The options are made by a function, so there is no object to pass",
  "per-request": "The options are put together for each request",
  unknown: "It cannot be told what NextAuth is given here",
} as const;

function placesOf(calls: readonly SessionCall[]): string {
  const places = calls.map(({ file, call }) => `${file.path}:${file.position(call).line}`);
  const shown = places.slice(0, SHOWN).join(", ") + (places.length > SHOWN ? ` and ${places.length - SHOWN} more` : "");
  return `${calls.length === 1 ? "one call was" : `${calls.length} calls were`} left without them: ${shown}.`;
}

function placeOf(value: OptionsValue): string {
  return value.kind === "package" ? value.module : `${value.file.path}:${value.file.position(value.node).line}`;
}
