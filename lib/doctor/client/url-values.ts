import { posix } from "node:path";
import { gte } from "semver";
import { environmentOf, type EnvMode, type UrlTraits } from "../../next-auth/env-files.ts";
import { authPathName } from "../../fix-middleware/paths.ts";
import { installedVersion } from "../../next-auth/installed-version.ts";
import { basePathOf } from "../../next-auth/next-config.ts";
import type { Project } from "../../project/project.ts";
import { defineCause, type Cause } from "../cause.ts";
import { OPTIONS_DOCS } from "./docs.ts";
import { isComposed, placeInEnv } from "./env-place.ts";

const NAME = "NEXTAUTH_URL";
const DOCS = `${OPTIONS_DOCS}#nextauth_url`;

interface Setting {
  mode: EnvMode;
  path: string;
  traits: UrlTraits | "invalid";
}

/** What decides NEXTAUTH_URL in each mode, where its value is written out. */
function settings(project: Project): Setting[] {
  const environment = environmentOf(project);
  return (["development", "production"] as const).flatMap((mode) => {
    const traits = environment.urlTraits(NAME, mode);
    const path = environment.fileOf(NAME, mode);
    return traits === undefined || path === undefined || isComposed(project, path, NAME) ? [] : [{ mode, path, traits }];
  });
}

/** A cause that one look at NEXTAUTH_URL decides; said once a file. */
function urlCause(
  cause: Omit<Cause, "look" | "docs">,
  judge: (
    traits: UrlTraits | "invalid",
    setting: Setting,
    project: Project,
  ) => { message: string; severity?: Cause["severity"] } | undefined,
): Cause {
  return defineCause({
    ...cause,
    docs: DOCS,
    look(project, found) {
      const said = new Set<string>();
      for (const setting of settings(project)) {
        const judged = judge(setting.traits, setting, project);
        if (judged === undefined || said.has(setting.path)) continue;
        said.add(setting.path);
        found(...placeInEnv(project, setting.path, NAME), judged.message, judged.severity ? { severity: judged.severity } : {});
      }
    },
  });
}

export const urlInvalid = urlCause(
  {
    name: "url-invalid",
    severity: "warning",
    summary: "NEXTAUTH_URL is not a URL.",
    why: "next-auth parses NEXTAUTH_URL on every request and throws where that fails: /api/auth/session answers with an error and no session is found.",
    help: "Write the whole address with its scheme: https://example.com.",
    example: { broken: "NEXTAUTH_URL=<your address>", repaired: "NEXTAUTH_URL=https://example.com" },
  },
  (traits) =>
    traits === "invalid" ? { message: `${NAME} cannot be read as a URL, so next-auth throws wherever it looks at it.` } : undefined,
);

export const urlWithoutScheme = urlCause(
  {
    name: "url-without-scheme",
    severity: "warning",
    summary: "NEXTAUTH_URL has no scheme.",
    why: "next-auth's core puts https:// before it and writes cookies whose names begin with __Secure-. getToken and the middleware look whether the variable begins with https://; it does not, so they look for the plain name and find no token. On plain http the browser may drop the Secure cookies altogether.",
    help: "Write the scheme: https://example.com, or http://localhost:3000.",
    example: { broken: "NEXTAUTH_URL=example.com", repaired: "NEXTAUTH_URL=https://example.com" },
  },
  (traits) =>
    traits !== "invalid" && traits.scheme === "none"
      ? {
          message: `${NAME} has no scheme: next-auth writes the __Secure- cookies of https, getToken and the middleware look for those of http.`,
        }
      : undefined,
);

export const urlPath = urlCause(
  {
    name: "url-path",
    severity: "warning",
    summary: "NEXTAUTH_URL has a path that does not lead to next-auth.",
    why: "A path in NEXTAUTH_URL is where next-auth takes its own routes to be, in the place of /api/auth. With any other path the addresses it makes lead nowhere, and the middleware takes the wrong ones for its own.",
    help: "Write the address without a path, or the whole way to next-auth: https://example.com/app/api/auth.",
    example: { broken: "NEXTAUTH_URL=http://localhost:3000/dashboard", repaired: "NEXTAUTH_URL=http://localhost:3000" },
  },
  (traits, _setting, project) => {
    const isElsewhere =
      traits !== "invalid" && traits.path === "other" && basePathOf(project) === "" && authPathName(project) === "api/auth";
    return isElsewhere
      ? { message: `${NAME} ends in a path that is not /api/auth: next-auth takes it for the place of its own routes.` }
      : undefined;
  },
);

const LOCAL_DECIDES_SINCE = "4.24.15";

export const urlLocalInProduction = urlCause(
  {
    name: "url-local-in-production",
    severity: "warning",
    summary: "A file that is part of the repository sets NEXTAUTH_URL to localhost in production too.",
    why: "next build and next start read .env and .env.production. Where the deployment does not set NEXTAUTH_URL itself, sign-in then leads to localhost and cookies lose their __Secure- prefix. From next-auth 4.24.15 on NEXTAUTH_URL goes before the host of the request on Vercel and with AUTH_TRUST_HOST too, where it used to be ignored.",
    help: "Move the line to .env.local or .env.development, and set the real address where the app is deployed.",
    example: {
      broken: "# .env.production\nNEXTAUTH_URL=http://localhost:3000",
      repaired: "# .env.development\nNEXTAUTH_URL=http://localhost:3000",
    },
  },
  (traits, { mode, path }, project) => {
    if (traits === "invalid" || mode !== "production" || !traits.loopback || !project.files.includes(path) || path.endsWith(".local"))
      return undefined;
    const version = installedVersion(project, "next-auth");
    const decides = posix.basename(path) === ".env.production" || (version !== undefined && gte(version, LOCAL_DECIDES_SINCE));
    return {
      message: `This file is read in production too, and sets ${NAME} to this machine: where the deployment does not set it, sign-in leads to localhost.`,
      severity: decides ? "warning" : "info",
    };
  },
);

export const urlHttpInProduction = urlCause(
  {
    name: "url-http-in-production",
    severity: "warning",
    summary: "NEXTAUTH_URL is http in production.",
    why: "next-auth chooses cookie names and the Secure flag by this scheme. Behind https the cookies go without Secure and __Secure-, and whatever decides by the request's own scheme looks for other names; OAuth providers refuse http callbacks.",
    help: "Write https:// where the app is visited by https.",
    example: {
      broken: "# .env.production\nNEXTAUTH_URL=http://example.com",
      repaired: "# .env.production\nNEXTAUTH_URL=https://example.com",
    },
  },
  (traits, { mode, path }) =>
    traits !== "invalid" &&
    mode === "production" &&
    posix.basename(path).startsWith(".env.production") &&
    traits.scheme === "http" &&
    !traits.loopback
      ? { message: `${NAME} is http here: where people visit the app by https, its cookies have other names and flags than they should.` }
      : undefined,
);

export const urlRemoteInDevelopment = urlCause(
  {
    name: "url-remote-in-development",
    severity: "info",
    summary: "NEXTAUTH_URL names another machine in development.",
    why: "Signing in on localhost then leads to the address that NEXTAUTH_URL names, and the session's cookie belongs to that one: back on localhost nobody is signed in. With https in it, the cookies are Secure, which some browsers refuse on http://localhost.",
    help: "Use the address that you visit in development: http://localhost:3000 in .env.development or .env.local.",
    example: { broken: "# .env.local\nNEXTAUTH_URL=https://example.com", repaired: "# .env.local\nNEXTAUTH_URL=http://localhost:3000" },
  },
  (traits, { mode, path }) =>
    traits !== "invalid" &&
    mode === "development" &&
    /^\.env(?:\.development)?\.local$|^\.env\.development$/.test(posix.basename(path)) &&
    traits.scheme !== "none" &&
    !traits.loopback
      ? { message: `In development ${NAME} names another machine: a sign-in on localhost ends there, and its session stays there.` }
      : undefined,
);
