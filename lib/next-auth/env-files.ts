import { parse } from "dotenv";
import { fact, type Project } from "../project/project.ts";
import { joinPath } from "../workspace/app.ts";

export type EnvMode = "development" | "production";

/** Whether a variable has a value. Next.js takes an empty one for a value, next-auth cannot work with it. */
export type EnvState = "set" | "empty" | "missing";

/** What can be told of a URL without telling it. */
export interface UrlTraits {
  /** `none`: next-auth takes `https://` for granted in some places and not in others. */
  scheme: "http" | "https" | "none";
  loopback: boolean;
  /** `auth`: ends in `/api/auth`. */
  path: "none" | "auth" | "other";
}

/** The app's environment as its `.env*` files make it. No value leaves this object. */
export interface Environment {
  state(name: string, mode: EnvMode): EnvState;
  /** The file that decides about a name, relative to the workspace's root. */
  fileOf(name: string, mode: EnvMode): string | undefined;
  /** Undefined where the variable has no value; `invalid` where it is no URL. */
  urlTraits(name: string, mode: EnvMode): UrlTraits | "invalid" | undefined;
}

/** Which files Next.js reads, the deciding one first. https://nextjs.org/docs/app/guides/environment-variables#environment-variable-load-order */
export function envFileNames(mode: EnvMode): readonly string[] {
  return [`.env.${mode}.local`, ".env.local", `.env.${mode}`, ".env"];
}

/** Reads the app's `.env*` files, git-ignored ones included, as `next dev` and `next start` do. */
export const environmentOf = fact((project: Project): Environment => {
  const modes = { development: readMode(project, "development"), production: readMode(project, "production") };
  const valueOf = (name: string, mode: EnvMode) => modes[mode].get(name)?.value;
  return {
    state: (name, mode) => stateOf(valueOf(name, mode)),
    fileOf: (name, mode) => modes[mode].get(name)?.file,
    urlTraits: (name, mode) => traitsOf(valueOf(name, mode)),
  };
});

interface Variable {
  value: string;
  file: string;
}

/** The first file that names a variable decides, also where it leaves it empty. */
function readMode(project: Project, mode: EnvMode): Map<string, Variable> {
  const variables = new Map<string, Variable>();
  const expanded: Record<string, string> = {};
  for (const name of envFileNames(mode)) {
    const file = joinPath(project.app.dir, name);
    const text = project.workspace.read(file);
    if (text === undefined) continue;
    const parsed = parse(text);
    for (const key of Object.keys(parsed)) {
      const raw = Object.hasOwn(expanded, key) ? expanded[key]! : parsed[key]!;
      parsed[key] = interpolate(raw, expanded, parsed).replaceAll("\\$", "$");
    }
    Object.assign(expanded, parsed);
    for (const [key, value] of Object.entries(parsed)) if (!variables.has(key)) variables.set(key, { value, file });
  }
  return variables;
}

/**
 * Replaces `$NAME`, `${NAME}` and `${NAME:-default}`, from the last to the first, as @next/env does: what is not
 * known becomes nothing, so a secret with a bare `$` in it loses a part.
 */
function interpolate(
  value: string,
  known: Readonly<Record<string, string>>,
  parsed: Readonly<Record<string, string>>,
  steps = 100,
): string {
  const last = [...value.matchAll(/(?<!\\)\$/g)].at(-1)?.index;
  const found = last === undefined ? null : /((?<!\\)\$\{?(\w+)(?::-([^}\\]*))?\}?)/.exec(value.slice(last));
  if (found === null || steps === 0) return value;
  const [, reference, name, fallback] = found;
  return interpolate(
    value.replace(reference!, () => known[name!] || fallback || parsed[name!] || ""),
    known,
    parsed,
    steps - 1,
  );
}

function stateOf(value: string | undefined): EnvState {
  return value === undefined ? "missing" : value.trim() === "" ? "empty" : "set";
}

function traitsOf(value: string | undefined): UrlTraits | "invalid" | undefined {
  if (value === undefined || value.trim() === "") return undefined;
  // As next-auth's parseUrl: whatever begins with http is taken as it is, before anything else goes https://.
  const isWhole = value.startsWith("http");
  try {
    const { protocol, hostname, pathname } = new URL(isWhole ? value : `https://${value}`);
    if (protocol !== "http:" && protocol !== "https:") return "invalid";
    const scheme = isWhole ? (protocol.slice(0, -1) as "http" | "https") : "none";
    const path = pathname.replace(/\/$/, "");
    return {
      scheme,
      loopback: /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname),
      path: path === "" ? "none" : path.endsWith("/api/auth") ? "auth" : "other",
    };
  } catch {
    return "invalid";
  }
}
