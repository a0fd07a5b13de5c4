import { names } from "../../add-auth-env/env-text.ts";
import { needsOf, type Need } from "../../add-auth-env/needs.ts";
import { EXAMPLES } from "../../add-auth-env/plan.ts";
import { environmentOf, envFileNames } from "../../next-auth/env-files.ts";
import { optionObjects } from "../../next-auth/option-fields.ts";
import { authRoutes } from "../../next-auth/route-handler.ts";
import type { Project } from "../../project/project.ts";
import { joinPath } from "../../workspace/app.ts";
import { defineCause } from "../cause.ts";
import { placeInEnv } from "./env-place.ts";
import { OPTIONS_DOCS } from "./docs.ts";

const MODES = ["development", "production"] as const;
const silent = { finding: () => undefined, alreadyRight: () => undefined };

export const secretMissing = defineCause({
  name: "secret-missing",
  severity: "warning",
  summary: "No secret was found: not in the options, not in the .env files, not in next.config.",
  why: "next-auth encrypts the session's cookie with the secret. Without one, production answers every auth request with an error and getServerSession throws. In development next-auth warns and makes one up from the options and the address, so that getServerSession() without options makes up another one than the route and cannot read the cookie; the made-up secret changes with the options, and everybody is signed out.",
  help: "Set NEXTAUTH_SECRET (openssl rand -base64 32) in .env.local, and where the app is deployed.",
  docs: `${OPTIONS_DOCS}#secret`,
  repairedBy: "add-auth-env",
  example: {
    broken: "# .env.local\nNEXTAUTH_URL=http://localhost:3000",
    repaired: "# .env.local\nNEXTAUTH_URL=http://localhost:3000\nNEXTAUTH_SECRET=…",
  },
  look(project, found) {
    const environment = environmentOf(project);
    for (const need of secretNeeds(project)) {
      if (need.anyOf.some((name) => MODES.some((mode) => environment.state(name, mode) !== "missing"))) continue;
      const [options] = optionObjects(project);
      // A clean checkout has no env files of its own: that says nothing about where the app runs.
      const example = EXAMPLES.map((name) => joinPath(project.app.dir, name)).find((path) => project.workspace.has(path));
      const isUnsaid = example !== undefined && !need.anyOf.some((name) => names(project.workspace.read(example) ?? "", name));
      const severity = runsHere(project) || isUnsaid ? "warning" : "info";
      const said = runsHere(project)
        ? "no .env file sets it"
        : isUnsaid
          ? `neither a .env file nor ${example} speaks of it`
          : "there is no .env file here; it has to be set wherever the app runs";
      found(
        options?.file ?? authRoutes(project)[0]!.file,
        options?.object,
        `next-auth takes its secret from ${need.anyOf.join(" or ")}, and ${said}. Without it sessions cannot be read in production, and in development getServerSession and the route may make up different ones.`,
        { severity },
      );
    }
  },
});

export const secretEmpty = defineCause({
  name: "secret-empty",
  severity: "warning",
  summary: "The variable that the secret comes from is set to nothing.",
  why: 'An empty variable counts as set, so next-auth does not look further: signing in fails with `"ikm" must be at least one byte in length`, and no cookie is written.',
  help: "Give it a value (openssl rand -base64 32), or delete the line.",
  docs: `${OPTIONS_DOCS}#secret`,
  repairedBy: "add-auth-env",
  example: { broken: "NEXTAUTH_SECRET=", repaired: "NEXTAUTH_SECRET=…" },
  look(project, found) {
    const environment = environmentOf(project);
    for (const need of secretNeeds(project)) {
      const mode = MODES.find(
        (one) =>
          need.anyOf.some((name) => environment.state(name, one) === "empty") &&
          !need.anyOf.some((name) => environment.state(name, one) === "set"),
      );
      const name = mode && need.anyOf.find((one) => environment.state(one, mode) === "empty");
      const path = mode && name && environment.fileOf(name, mode);
      if (path)
        found(
          ...placeInEnv(project, path, name),
          `${name} is empty here, which counts as set: next-auth cannot encrypt a session with it, and signing in fails.`,
        );
    }
  },
});

function secretNeeds(project: Project): Need[] {
  return needsOf(project, silent).filter(({ kind }) => kind === "secret");
}

function runsHere({ app, workspace }: Project): boolean {
  const files = MODES.flatMap(envFileNames).some((name) => workspace.has(joinPath(app.dir, name)));
  return files || workspace.hasFolder(joinPath(app.dir, "node_modules"));
}
