import { InvalidSourceError, matches, type Matcher, type Routing } from "../next-auth/matcher.ts";
import { isOpenPath, type OpenPath } from "./paths.ts";

/** A matcher's sources, with those replaced that have to let paths through. */
export interface NarrowRequest {
  entries: readonly Matcher[];
  /** What no entry may match any more. */
  free: readonly OpenPath[];
  /** All paths that have to be open: they may be freed, nothing else. */
  open: readonly OpenPath[];
  /** Paths for which nothing may change. */
  keep: readonly string[];
  routing: Routing;
}

const LOOKAHEAD = /^\/(?::\w+)?\(\(?\?!/;
const PREFIXED_CATCH_ALL = /^((?:\/[\w-]+)+)\/(?:(:\w+)\*|(:\w+)?\(\.\*\))$/;
const EVERYTHING = ["/", "/page", "/a/b/c", "/file.txt", "/api/x", "/_next/x"];

/** How a source for every path but some is written. The second takes in the start page below a base path, too. */
const EVERYTHING_BUT = [(names: string) => `/((?!${names}).*)`, (names: string) => `/:path((?!${names}).*)*`];
/** `api/auth` also frees `/api/authors`. Where the app has such a path, the slash keeps it guarded. */
const NAMES = [(name: string) => name, (name: string) => (/^api\//.test(name) ? `${name}/` : name)];
const SPELLINGS = EVERYTHING_BUT.flatMap((everythingBut) => NAMES.map((toName) => ({ everythingBut, toName })));

/**
 * Changes sources as little as lets the paths through: a name joins the negative lookahead that is there, a prefix
 * with everything below it (`/api/:path*`) gets a lookahead of its own, and a source for every path becomes the usual one.
 * The result is proven: it frees what it should, and for every other path of the app it is what it was.
 *
 * @returns the new sources, those that stay included; undefined where no such change is found
 */
export function narrow(request: NarrowRequest): string[] | undefined {
  for (const spelling of SPELLINGS) {
    const sources = request.entries.map((entry) => {
      const caught = request.free.filter(({ samples }) => samples.some((path) => matches([entry], path, request.routing)));
      return caught.length === 0 ? entry.source : narrowSource(entry.source, caught, request.open, spelling);
    });
    const narrowed = sources.filter((source) => source !== undefined);
    if (narrowed.length === sources.length && isProven(request, narrowed)) return narrowed;
  }
  return undefined;
}

function narrowSource(
  source: string,
  caught: readonly OpenPath[],
  open: readonly OpenPath[],
  { everythingBut, toName }: (typeof SPELLINGS)[number],
): string | undefined {
  const namesOf = (paths: readonly OpenPath[]) => paths.map(({ name }) => toName(name)).join("|");
  if (LOOKAHEAD.test(source)) return source.replace("(?!", `(?!${namesOf(caught)}|`);
  if (EVERYTHING.every((path) => matches([{ source }], path))) return everythingBut(namesOf(open));
  const [, prefix, repeated, named = ""] = PREFIXED_CATCH_ALL.exec(source) ?? [];
  const below = caught.map(({ name }) => `/${name}`);
  if (prefix === undefined || !below.every((path) => path.startsWith(`${prefix}/`))) return undefined;
  const pattern = `((?!${below.map((path) => `${path.slice(prefix.length + 1)}/`).join("|")}).*)`;
  return repeated === undefined ? `${prefix}/${named}${pattern}` : `${prefix}/${repeated}${pattern}*`;
}

function isProven({ entries, free, open, keep, routing }: NarrowRequest, sources: readonly string[]): boolean {
  const narrowed = entries.map((entry, i) => ({ ...entry, source: sources[i]! }));
  try {
    const isFreed = free.every(({ samples }) => samples.every((path) => !matches(narrowed, path, routing)));
    return isFreed && keep.every((path) => isOpenPath(path, open) || matches(narrowed, path, routing) === matches(entries, path, routing));
  } catch (error) {
    if (error instanceof InvalidSourceError) return false;
    throw error;
  }
}
