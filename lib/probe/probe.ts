import { UsageError } from "../errors.ts";
import type { Finding } from "../findings/finding.ts";
import { ask, type Answer, type NoAnswer } from "./ask.ts";
import { judgeAnswer, judgeCookies, judgeOrigin } from "./judge.ts";
import { probeRules } from "./rules.ts";

export interface ProbeOptions {
  /** Whether another machine than this one may be asked. */
  allowRemote?: boolean | undefined;
  /** For each request; a development server compiles a page first. */
  timeout?: number;
}

/** Says something of an address that was asked. */
export type Say = (rule: keyof typeof probeRules, at: URL, message: string, severity?: Finding["severity"]) => void;

const MOST_HOPS = 10;

/**
 * Asks a running app what no look at its code can tell: by which names and flags its cookies come, which address it
 * takes for its own, what stands between the browser and next-auth. Only GET, without cookies or credentials.
 *
 * @param address of the app, with its base path where it has one
 * @returns findings whose path is the address that was asked
 * @throws {UsageError} where the address is none, or another machine's without `allowRemote`
 */
export async function probe(address: string, { allowRemote = false, timeout = 15_000 }: ProbeOptions = {}): Promise<Finding[]> {
  const app = readAddress(address, allowRemote);
  const findings: Finding[] = [];
  const say: Say = (rule, at, message, severity) => {
    const { severity: usual, help } = probeRules[rule];
    if (findings.some((one) => one.rule === rule && one.message === message)) return;
    findings.push({ rule, severity: severity ?? usual, path: at.href, message, help });
  };
  const get = (url: URL) => ask(url, AbortSignal.timeout(timeout));
  const auth = await findAuth(app, get, say);
  if (auth === "unreachable") return findings;
  if (auth !== undefined) {
    for (const action of ["csrf", "providers"]) {
      const answer = await getFollowing(new URL(`${auth.href}/${action}`), get);
      if ("problem" in answer || !judgeAnswer(answer, say)) continue;
      if (action === "csrf") judgeCookies(answer, say);
      judgeOrigin(answer, auth, say);
    }
  }
  await probeStatic(app, get, say);
  await probeStart(app, get, say);
  return findings;
}

type Get = (url: URL) => Promise<Answer | NoAnswer>;

function readAddress(address: string, allowRemote: boolean): URL {
  let url: URL;
  try {
    url = new URL(/^https?:\/\//i.test(address) ? address : `http://${address}`);
  } catch {
    throw new UsageError(`${address} is not an address.`, "Give the address of the running app: --probe http://localhost:3000");
  }
  if (url.username || url.password)
    throw new UsageError(
      "The address has a name or password in it, and a probe never sends any.",
      "Give it without: --probe http://localhost:3000",
    );
  if (!allowRemote && !/^(?:localhost|[\w-]+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname)) {
    throw new UsageError(
      `${url.host} is another machine, which is asked only with --allow-remote.`,
      `Start the app here and probe that, or add --allow-remote if ${url.host} is yours to ask.`,
    );
  }
  url.search = "";
  url.hash = "";
  url.pathname = url.pathname.replace(/(?:\/api\/auth)?\/*$/, "") || "/";
  return url;
}

/** An address below the app's. */
function below(app: URL, path: string): URL {
  return new URL(app.pathname.replace(/\/$/, "") + path, app);
}

/** Where next-auth answers; undefined where it does not, and then it was said why. */
async function findAuth(app: URL, get: Get, say: Say): Promise<URL | "unreachable" | undefined> {
  const auth = below(app, "/api/auth");
  const answer = await getFollowing(new URL(`${auth.href}/session`), get);
  if ("problem" in answer) {
    say("probe-unreachable", answer.url, `There was no answer: ${answer.problem}.`);
    return "unreachable";
  }
  if (answer.status !== 404) return judgeAnswer(answer, say) ? auth : undefined;
  const start = await get(app);
  const basePath =
    "problem" in start
      ? undefined
      : (/["'(](\/[^"'()\s]+?)\/_next\/static\//.exec(start.text)?.[1] ??
        (start.status >= 300 && start.location?.origin === app.origin ? start.location.pathname.replace(/\/$/, "") : undefined));
  const other = basePath === undefined || basePath === "" ? undefined : new URL(`${basePath}/api/auth`, app);
  const second = other && (await getFollowing(new URL(`${other.href}/session`), get));
  if (other && second && !("problem" in second) && second.status === 200 && second.json !== undefined) {
    say(
      "probe-base-path",
      answer.url,
      `next-auth answers below ${basePath}, not here. In the browser it asks here, unless SessionProvider is told: useSession finds no session then.`,
    );
    return other;
  }
  say("probe-auth-not-found", answer.url, "Nothing is found here (404), so there is no session for anybody.");
  return undefined;
}

/** Goes along with a redirect that only adds or takes a slash at the end (`trailingSlash` of next.config). */
async function getFollowing(url: URL, get: Get): Promise<Answer | NoAnswer> {
  const answer = await get(url);
  if ("problem" in answer || answer.location === undefined) return answer;
  const plain = ({ origin, pathname }: URL) => origin + pathname.replace(/\/$/, "");
  return plain(answer.location) === plain(url) && answer.location.href !== url.href ? get(answer.location) : answer;
}

/** A script that is not there: Next.js says 404, and a middleware that guards everything is asked before. */
async function probeStatic(app: URL, get: Get, say: Say): Promise<void> {
  const url = below(app, "/_next/static/chunks/next-auth-codemod-probe.js");
  const answer = await get(url);
  if ("problem" in answer || answer.location === undefined || answer.location.protocol !== app.protocol) return;
  if (answer.location.pathname.startsWith(url.pathname)) return;
  say(
    "probe-static-redirected",
    url,
    `Requests for the app's scripts are sent to ${answer.location.pathname}: a page that a signed-out visitor sees loads without its scripts and never becomes alive.`,
  );
}

/** Follows the way of a visitor without cookies from the start page. */
async function probeStart(app: URL, get: Get, say: Say): Promise<void> {
  const seen = new Set<string>();
  let url = app;
  for (let hop = 0; hop < MOST_HOPS; hop++) {
    const key = url.origin + url.pathname;
    if (seen.has(key) && hop > 2) {
      say(
        "probe-redirect-loop",
        app,
        `A visitor who is signed out is sent from ${url.pathname} back to ${url.pathname}, and gets no page (ERR_TOO_MANY_REDIRECTS).`,
      );
      return;
    }
    seen.add(key);
    const answer = await get(url);
    if ("problem" in answer || answer.location === undefined || answer.location.host !== app.host) return;
    url = answer.location;
  }
}
