import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";
import { UsageError } from "../lib/errors.ts";
import { readCookie } from "../lib/probe/ask.ts";
import { judgeCookies } from "../lib/probe/judge.ts";
import { probe } from "../lib/probe/probe.ts";

type Handler = (request: IncomingMessage, response: ServerResponse, origin: string) => void;

/** Asks a server that answers every request by a function, and gives the rules that were found. */
async function found(answer: Handler, { path = "", timeout = 2_000 } = {}): Promise<string[]> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    answer(request, response, `http://${request.headers.host}`);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  try {
    const { port } = server.address() as AddressInfo;
    const findings = await probe(`http://127.0.0.1:${port}${path}`, { timeout });
    for (const { method, headers } of requests) {
      expect(method).toBe("GET");
      expect(headers.cookie ?? headers.authorization).toBeUndefined();
    }
    for (const { help, message } of findings) expect(`${message} ${help}`).not.toContain("csrf-value");
    return findings.map(({ severity, rule }) => `${severity} ${rule}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const json = (response: ServerResponse, value: unknown, headers: Record<string, string | string[]> = {}) =>
  response.writeHead(200, { "content-type": "application/json", ...headers }).end(JSON.stringify(value));
const redirect = (response: ServerResponse, location: string) => response.writeHead(307, { location }).end();

/** What next-auth answers, with an address that it takes for the app's. */
function nextAuth(
  request: IncomingMessage,
  response: ServerResponse,
  { origin, auth = "/api/auth", prefix = "", flags = "" }: { origin: string; auth?: string; prefix?: string; flags?: string },
): void {
  if (request.url === `${auth}/session`) json(response, {});
  else if (request.url === `${auth}/csrf`) {
    const cookies = [
      `${prefix && "__Host-"}next-auth.csrf-token=csrf-value%7Chash; Path=/; HttpOnly; SameSite=Lax${flags}`,
      `${prefix}next-auth.callback-url=${encodeURIComponent(origin)}; Path=/; HttpOnly; SameSite=Lax${flags}`,
    ];
    json(response, { csrfToken: "csrf-value" }, { "set-cookie": cookies });
  } else if (request.url === `${auth}/providers`)
    json(response, {
      github: { id: "github", signinUrl: `${origin}${auth}/signin/github`, callbackUrl: `${origin}${auth}/callback/github` },
    });
  else if (request.url?.includes("/_next/")) response.writeHead(404).end();
  else response.writeHead(200, { "content-type": "text/html" }).end("<h1>Hello</h1>");
}

describe("a probe finds", () => {
  test("nothing where all is well", async () => {
    expect(await found((request, response, origin) => nextAuth(request, response, { origin }))).toEqual([]);
  });

  test("nothing where trailingSlash adds a slash", async () => {
    const answer: Handler = (request, response, origin) => {
      if (!request.url!.endsWith("/") && !request.url!.includes("_next")) return redirect(response, `${request.url}/`);
      request.url = request.url!.replace(/(.)\/$/, "$1");
      nextAuth(request, response, { origin });
    };
    expect(await found(answer)).toEqual([]);
  });

  test("a middleware that redirects next-auth's requests, and the scripts", async () => {
    const answer: Handler = (request, response) => (request.url === "/login" ? response.end("<form>") : redirect(response, "/login"));
    expect(await found(answer)).toEqual(["error probe-auth-redirected", "error probe-static-redirected"]);
  });

  test("a sign-in page that is guarded too", async () => {
    expect(
      await found((request, response, origin) =>
        request.url?.startsWith("/api/auth") || request.url?.startsWith("/_next")
          ? nextAuth(request, response, { origin })
          : redirect(response, "/login"),
      ),
    ).toEqual(["error probe-redirect-loop"]);
  });

  test("NEXTAUTH_URL with another host", async () => {
    expect(await found((request, response) => nextAuth(request, response, { origin: "https://shop.example.com" }))).toEqual([
      "error url-host",
    ]);
  });

  test("NEXTAUTH_URL with another name of this machine", async () => {
    expect(
      await found((request, response, origin) => nextAuth(request, response, { origin: origin.replace("127.0.0.1", "localhost") })),
    ).toEqual(["warning url-host"]);
  });

  test("Secure cookies on http", async () => {
    expect(
      await found((request, response, origin) => nextAuth(request, response, { origin, prefix: "__Secure-", flags: "; Secure" })),
    ).toEqual(["warning probe-secure-on-http"]);
  });

  test("cookies for another domain", async () => {
    expect(
      await found((request, response, origin) => nextAuth(request, response, { origin, flags: "; Domain=.shop.example.com" })),
    ).toEqual(["error probe-cookie-domain"]);
  });

  test("cookies that are taken away", async () => {
    const answer: Handler = (request, response, origin) =>
      request.url === "/api/auth/csrf" ? json(response, { csrfToken: "csrf-value" }) : nextAuth(request, response, { origin });
    expect(await found(answer)).toEqual(["warning probe-no-cookie"]);
  });

  test("Auth.js v5", async () => {
    const answer: Handler = (request, response, origin) =>
      request.url === "/api/auth/csrf"
        ? json(response, {}, { "set-cookie": "authjs.csrf-token=csrf-value; Path=/" })
        : nextAuth(request, response, { origin });
    expect(await found(answer)).toEqual(["info probe-auth-js-v5"]);
  });

  test("a base path, by what the start page loads", async () => {
    const answer: Handler = (request, response, origin) => {
      if (request.url === "/") response.end('<script src="/shop/_next/static/chunks/main.js">');
      else if (request.url?.startsWith("/shop/api/auth")) nextAuth(request, response, { origin, auth: "/shop/api/auth" });
      else response.writeHead(404).end();
    };
    expect(await found(answer)).toEqual(["warning probe-base-path"]);
    expect(await found(answer, { path: "/shop" })).toEqual([]);
  });

  test("a base path that NEXTAUTH_URL lacks", async () => {
    const answer: Handler = (request, response, origin) =>
      request.url === "/shop/api/auth/providers"
        ? json(response, { github: { signinUrl: `${origin}/api/auth/signin/github` } })
        : nextAuth(request, response, { origin, auth: "/shop/api/auth" });
    expect(await found(answer, { path: "/shop" })).toEqual(["warning probe-base-path"]);
  });

  test("no route, a refusal, a page, a failure", async () => {
    expect(await found((_, response) => response.writeHead(404).end())).toEqual(["error probe-auth-not-found"]);
    expect(await found((_, response) => response.writeHead(401).end())).toEqual(["error probe-auth-refused"]);
    expect(await found((_, response) => response.end("<h1>Hello</h1>"))).toEqual(["error probe-auth-not-json"]);
    expect(
      await found((_, response) => response.writeHead(500).end('{"message":"There is a problem with the server configuration."}')),
    ).toEqual(["error probe-auth-fails"]);
  });

  test("a session from a cache", async () => {
    const answer =
      (body: object, headers: Record<string, string>): Handler =>
      (request, response, origin) =>
        request.url === "/api/auth/session" ? json(response, body, headers) : nextAuth(request, response, { origin });
    expect(await found(answer({}, { "x-cache": "HIT from cdn" }))).toEqual(["error probe-auth-cached"]);
    expect(await found(answer({ user: { name: "Ada" } }, {}))).toEqual(["error probe-auth-cached"]);
  });

  test("nobody, and somebody who never answers", async () => {
    const [finding] = await probe("http://127.0.0.1:1");
    expect(finding).toMatchObject({ rule: "probe-unreachable", severity: "error" });
    expect(await found(() => undefined, { timeout: 200 })).toEqual(["error probe-unreachable"]);
  });
});

test("https without Secure cookies is told", () => {
  const rules: string[] = [];
  judgeCookies(
    {
      url: new URL("https://shop.example.com/api/auth/csrf"),
      status: 200,
      headers: new Headers(),
      cookies: [readCookie("next-auth.csrf-token=x; Path=/")],
      location: undefined,
      text: "",
      json: {},
    },
    (rule) => void rules.push(rule),
  );
  expect(rules).toEqual(["probe-plain-on-https"]);
});

test("another machine is not asked unless that is said, and credentials are never sent", async () => {
  await expect(probe("https://shop.example.com")).rejects.toThrow(UsageError);
  await expect(probe("http://user:word@localhost:3000")).rejects.toThrow(UsageError);
  await expect(probe("http://localhost.example.com")).rejects.toThrow(UsageError);
  await expect(probe("http://")).rejects.toThrow(UsageError);
});
