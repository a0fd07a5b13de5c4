import type { Node } from "@babel/types";
import { handlingOf } from "../evaluate/answers.ts";
import { matches } from "../next-auth/matcher.ts";
import type { MatcherEntry } from "../next-auth/middleware-config.ts";
import { isCommonJs } from "../edit/imports.ts";
import { middlewareOf, nextMajor, PROXY_SINCE, runsFor, type IgnoredMiddleware, type Middleware } from "../next-auth/middleware.ts";
import { routingOf } from "../next-auth/next-config.ts";
import type { Project } from "../project/project.ts";
import { isNameFree } from "../syntax/bindings.ts";
import { exportsOf } from "../syntax/exports.ts";
import type { Report, TransformContext } from "../transform.ts";
import type { SourceFile } from "../workspace/source-file.ts";
import { narrow } from "./narrow-matcher.ts";
import { isOpenPath, knownPaths, openPaths, type OpenPath } from "./paths.ts";

export interface MiddlewarePlan {
  middleware: Middleware;
  /** Whether the default export has to be written as a declaration. */
  declareDefault: boolean;
  /** The new source of each entry that changes. */
  sources: ReadonlyMap<MatcherEntry, string>;
  /** The source of a matcher to add, where there is none. */
  added: string | undefined;
}

/** What to change in the app's middleware; undefined where that is nothing. */
export function planMiddleware({ project, report, isSelected }: TransformContext): MiddlewarePlan | undefined {
  const { running: middleware, file, ignored } = middlewareOf(project);
  for (const one of ignored) if (isSelected(one.file.path)) reportIgnored(one, project, report);
  if (file === undefined || !isSelected(file.path)) return undefined;
  void file.ast; // a file that does not parse is the run's failure
  if (middleware?.handler === undefined) return undefined;
  const plan: MiddlewarePlan = {
    middleware,
    declareDefault: needsDefaultDeclaration(project, middleware),
    ...planMatcher(project, middleware, report),
  };
  const isRight = !plan.declareDefault && plan.sources.size === 0 && plan.added === undefined;
  if (isRight) report.alreadyRight(file.path);
  return isRight ? undefined : plan;
}

/** From Next.js 16 on, a build looks for a function that is declared or a default export that is one; it overlooks `export { x as default }`. */
function needsDefaultDeclaration(project: Project, { file, handler }: Middleware): boolean {
  const major = nextMajor(project);
  if (handler !== "default" || major === undefined || major < PROXY_SINCE) return false;
  return exportsOf(file).some(({ exported, node }) => exported === "default" && node.type === "ExportSpecifier");
}

function planMatcher(project: Project, middleware: Middleware, report: Report): Pick<MiddlewarePlan, "sources" | "added"> {
  const nothing = { sources: new Map<MatcherEntry, string>(), added: undefined };
  const { file, config, handler } = middleware;
  if (config.kind === "unreadable")
    report.finding(
      "middleware-matcher-computed",
      file,
      config.node,
      `The matcher of this middleware is not read: ${config.why}. Next.js stops the build or runs the middleware for every request.`,
    );
  if (config.kind === "invalid")
    report.finding("middleware-matcher-invalid", file, config.node, `Next.js refuses this matcher: ${config.why}.`);
  if (config.kind === "unreadable" || config.kind === "invalid") return nothing;

  const open = openPaths(project);
  // `if (pathname === "/api/auth/signin")`: what the code names and answers is meant.
  const meant = open
    .flatMap(({ samples }) => samples)
    .filter(
      (path) => comparisonWith(file, path) && runsFor(project, middleware, path) && handlingOf(project, file, handler!, path) === "answers",
    );
  if (meant.length > 0)
    report.finding(
      "middleware-names-auth",
      file,
      comparisonWith(file, meant[0]!),
      `This middleware answers ${list(meant)} on purpose, as it seems.`,
    );
  const caught = open.flatMap((path) => {
    const samples = path.samples.filter((sample) => !meant.includes(sample) && runsFor(project, middleware, sample));
    const handlings = samples.map((sample) => handlingOf(project, file, handler!, sample));
    const handling = handlings.includes("answers")
      ? ("answers" as const)
      : handlings.includes("may-answer")
        ? ("may-answer" as const)
        : undefined;
    return handling ? [{ path, handling }] : [];
  });
  const names = (handling: string) => caught.filter((one) => one.handling === handling).map(({ path }) => `/${path.name}`);
  const sometimes = names("may-answer");
  const at: Node = config.kind === "literal" ? config.node : file.ast.program.body[0]!;
  if (sometimes.length > 0)
    report.finding(
      "middleware-answers-sometimes",
      file,
      at,
      `This middleware runs for ${list(sometimes)} and may answer there, under a condition that was not read.`,
    );

  const free = caught.filter(({ handling }) => handling === "answers").map(({ path }) => path);
  if (free.length === 0) return nothing;
  if (config.kind === "none") {
    const [added] =
      narrow({ entries: [{ source: "/:path*" }], free: open, open, keep: knownPaths(project), routing: routingOf(project) }) ?? [];
    const isPossible = config.object !== undefined || (!isCommonJs(file) && isNameFree(file, "config"));
    if (isPossible && added !== undefined) return { ...nothing, added };
    report.finding(
      "middleware-catches-auth",
      file,
      at,
      `This middleware runs for every request and answers ${list(free.map(({ name }) => `/${name}`))} too. No matcher was added: ${added === undefined ? "a path of the app is called much like one of these" : isCommonJs(file) ? "the file is a CommonJS module" : "the name config is taken"}.`,
    );
    return nothing;
  }
  return { ...nothing, sources: narrowed(project, middleware, config.entries, free, at, report) };
}

/** Where a path is compared with, and not only redirected to. */
function comparisonWith(file: SourceFile, path: string): Node | undefined {
  return file
    .nodes("StringLiteral")
    .find((node) => node.value === path && /^(?:BinaryExpression|SwitchCase)$/.test(file.parent(node)?.type ?? ""));
}

function narrowed(
  project: Project,
  { file }: Middleware,
  entries: readonly MatcherEntry[],
  free: readonly OpenPath[],
  at: Node,
  report: Report,
): Map<MatcherEntry, string> {
  const open = openPaths(project);
  const routing = routingOf(project);
  // A source that stands below such a path was written for it: somebody wants the middleware there.
  const own = entries.filter(({ source }) => isOpenPath(source.replace(/\/[:(].*$/, ""), open));
  for (const { literal, source } of own)
    report.finding(
      "middleware-names-auth",
      file,
      literal,
      `The matcher sends ${source} to this middleware on purpose, as it seems; it was left as it is.`,
    );
  const others = entries.filter((entry) => !own.includes(entry));
  const still = free.filter(({ samples }) => samples.some((path) => matches(others, path, routing)));
  if (still.length === 0) return new Map();
  const sources = narrow({ entries: others, free: still, open, keep: knownPaths(project), routing });
  if (sources === undefined) {
    report.finding(
      "middleware-catches-auth",
      file,
      at,
      `This middleware answers ${list(still.map(({ name }) => `/${name}`))}, which has to reach ${still.some(({ name }) => !/^_next|^favicon/.test(name)) ? "next-auth" : "Next.js"} itself, and no change of the matcher frees that alone.`,
    );
    return new Map();
  }
  return new Map(others.flatMap((entry, i) => (sources[i] === entry.source ? [] : [[entry, sources[i]!] as const])));
}

function reportIgnored({ file, why, expected }: IgnoredMiddleware, project: Project, report: Report): void {
  const { message, severity } = {
    place: { message: `Next.js never runs this file: it looks for a middleware in ${expected} only.`, severity: "warning" },
    name: {
      message: `Next.js ${nextMajor(project)} never runs this file: proxy.* came with Next.js ${PROXY_SINCE}, before that the file is ${expected}.`,
      severity: "warning",
    },
    both: { message: `With this file and ${expected} both there, Next.js ${PROXY_SINCE} stops the build.`, severity: "error" },
  }[why] as { message: string; severity: "warning" | "error" };
  report.finding("middleware-not-run", file, undefined, message, { severity });
}

function list(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
