import type { Answer, SetCookie } from "./ask.ts";
import type { Say } from "./probe.ts";

/** Whether next-auth itself answered, and as it should; where it did not, says why. */
export function judgeAnswer(answer: Answer, say: Say): boolean {
  const { url, status, location, json, text } = answer;
  if (location !== undefined && status >= 300 && status < 400) {
    const toHttps = location.protocol === "https:" && url.protocol === "http:" && location.hostname === url.hostname;
    if (toHttps) say("probe-auth-redirected", url, `This leads to https. Probe that address: ${location.origin}`, "info");
    else
      say(
        "probe-auth-redirected",
        url,
        `This is answered with a redirect to ${location.origin === url.origin ? "" : location.origin}${location.pathname} before next-auth sees it, so that nobody can sign in.`,
      );
    return false;
  }
  if (status === 401 || status === 403)
    say("probe-auth-refused", url, `This is refused (${status}) before next-auth sees it, so that nobody can sign in.`);
  else if (status === 404) say("probe-auth-not-found", url, "Nothing is found here (404).");
  else if (status >= 500)
    say(
      "probe-auth-fails",
      url,
      /server configuration/.test(text)
        ? `next-auth says that the server is not configured rightly (${status}): most often there is no secret.`
        : `This fails (${status}).`,
    );
  else if (status >= 400) say("probe-auth-fails", url, `This is answered with ${status}.`);
  else if (json === undefined)
    say(
      "probe-auth-not-json",
      url,
      "A page is answered here, not JSON: in the browser this is CLIENT_FETCH_ERROR, and the session is null.",
    );
  else {
    judgeCache(answer, say);
    return true;
  }
  return false;
}

function judgeCache({ url, headers, json }: Answer, say: Say): void {
  if (!/\/session\/?$/.test(url.pathname)) return;
  const hit =
    ["x-cache", "cf-cache-status", "x-vercel-cache", "x-nextjs-cache"].find((name) => /\bhit\b/i.test(headers.get(name) ?? "")) ??
    (Number(headers.get("age")) > 0 ? "age" : undefined);
  const isSomebodys = typeof json === "object" && json !== null && "user" in json;
  if (isSomebodys)
    say(
      "probe-auth-cached",
      url,
      "Whoever asks without a cookie is answered with somebody's session: it is kept in a cache, or made for everybody.",
    );
  else if (hit !== undefined)
    say("probe-auth-cached", url, `This comes from a cache (${hit}): people who are signed in are answered as if they were not.`);
}

/** @param answer to a request for a CSRF token, which sets next-auth's cookies */
export function judgeCookies({ url, cookies, status }: Answer, say: Say): void {
  const own = cookies.filter(({ name }) => /next-auth\./.test(name));
  if (own.length === 0) {
    if (cookies.some(({ name }) => /authjs\./.test(name)))
      say("probe-auth-js-v5", url, "Its cookies are called authjs.*: this is Auth.js v5.");
    else if (status === 200 && cookies.length === 0)
      say(
        "probe-no-cookie",
        url,
        "next-auth sets its csrf-token cookie here, and no cookie arrived: something before the app takes Set-Cookie away, and no sign-in can succeed.",
      );
  }
  const isLocal = /^(?:localhost|.*\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  const secure = own.filter(isSecure);
  const [first] = secure;
  if (url.protocol === "http:" && first) {
    const said = `${first.name} is Secure, and this address is http: `;
    say(
      "probe-secure-on-http",
      url,
      isLocal
        ? `${said}Chromium and Firefox keep such cookies on localhost, Safari does not, and by another name of this machine no browser does.`
        : `${said}the browser drops it, and nobody stays signed in.`,
      isLocal ? "warning" : "error",
    );
  }
  if (url.protocol === "https:" && own.length > 0 && secure.length === 0)
    say(
      "probe-plain-on-https",
      url,
      "next-auth takes this address for http and sets cookies that are not Secure; what looks for the __Secure- names does not find them.",
    );
  const astray = own.find(({ domain }) => domain !== undefined && url.hostname !== domain && !url.hostname.endsWith(`.${domain}`));
  if (astray)
    say("probe-cookie-domain", url, `${astray.name} is for ${astray.domain}, and this address is ${url.hostname}: the browser drops it.`);
}

function isSecure({ name, secure }: SetCookie): boolean {
  return secure || /^__(?:Secure|Host)-/.test(name);
}

/** Compares the address that next-auth takes for its own with the one that was asked. */
export function judgeOrigin({ url, cookies, json }: Answer, auth: URL, say: Say): void {
  const addresses = [...signInAddresses(json), ...cookies.flatMap(({ origin }) => (origin === undefined ? [] : [new URL(origin)]))];
  const other = addresses.find(({ origin }) => origin !== url.origin);
  if (other) {
    const isSameMachine =
      [other, url].every(({ hostname }) => /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(hostname)) &&
      other.port === url.port &&
      other.protocol === url.protocol;
    say(
      "url-host",
      url,
      `next-auth takes ${other.origin} for the app's address, and this is ${url.origin}: signing in leads there, and the session's cookie ${other.hostname === url.hostname ? "is not the one that is looked for here" : "stays there"}.`,
      isSameMachine ? "warning" : "error",
    );
  }
  const astray = signInAddresses(json).find((address) => !address.pathname.startsWith(`${auth.pathname}/`));
  if (astray)
    say(
      "probe-base-path",
      url,
      `next-auth answers at ${auth.pathname}, and sends people to ${astray.pathname}: NEXTAUTH_URL lacks the way to it, or has another.`,
    );
}

/** The addresses in an answer of `/api/auth/providers`. */
function signInAddresses(json: unknown): URL[] {
  if (typeof json !== "object" || json === null) return [];
  return Object.values(json as Record<string, unknown>).flatMap((provider) => {
    const address = typeof provider === "object" && provider !== null && "signinUrl" in provider ? provider.signinUrl : undefined;
    return typeof address === "string" && URL.canParse(address) ? [new URL(address)] : [];
  });
}
