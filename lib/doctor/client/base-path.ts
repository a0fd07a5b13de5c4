import { environmentOf } from "../../next-auth/env-files.ts";
import { basePathOf, nextConfig } from "../../next-auth/next-config.ts";
import { authRoutes } from "../../next-auth/route-handler.ts";
import type { Project } from "../../project/project.ts";
import { propertyValue } from "../../syntax/expressions.ts";
import { defineCause } from "../cause.ts";
import { CLIENT_DOCS } from "./docs.ts";
import { isComposed, placeInEnv } from "./env-place.ts";
import { attributeOf, sessionProviders } from "./session-providers.ts";

const DOCS = `${CLIENT_DOCS}#custom-base-path`;

export const basePathProvider = defineCause({
  name: "base-path-provider",
  severity: "warning",
  summary: "next.config sets a basePath that SessionProvider is not told of.",
  why: "In the browser next-auth knows neither next.config nor NEXTAUTH_URL: it asks /api/auth/session, which is a 404 below a basePath. useSession never finds the session, although getServerSession does.",
  help: 'Give the provider the whole path: <SessionProvider basePath="/app/api/auth">.',
  docs: DOCS,
  example: {
    broken: "<SessionProvider>{children}</SessionProvider>",
    repaired: '<SessionProvider basePath="/app/api/auth">{children}</SessionProvider>',
  },
  look(project, found) {
    const basePath = basePathOf(project);
    if (basePath === "" || reachesBrowser(project)) return;
    for (const { file, element } of sessionProviders(project)) {
      if (attributeOf(element, "basePath") !== undefined) continue;
      found(
        file,
        element,
        `The app lives below ${basePath}, and this provider asks /api/auth/session, where nothing answers: useSession finds no session.`,
        { help: `Write basePath="${basePath}/api/auth" on it.` },
      );
    }
  },
});

export const basePathUrl = defineCause({
  name: "base-path-url",
  severity: "warning",
  summary: "next.config sets a basePath that NEXTAUTH_URL does not have.",
  why: "On the server next-auth takes the way to itself from NEXTAUTH_URL. Without the base path in it, the addresses it makes (sign-in, callback, error) leave the app, and the middleware sends next-auth's own requests to the sign-in page.",
  help: "Write the whole way to next-auth: NEXTAUTH_URL=https://example.com/app/api/auth.",
  docs: DOCS,
  example: { broken: "NEXTAUTH_URL=http://localhost:3000", repaired: "NEXTAUTH_URL=http://localhost:3000/app/api/auth" },
  look(project, found) {
    const basePath = basePathOf(project);
    if (basePath === "" || authRoutes(project).length === 0) return;
    const environment = environmentOf(project);
    const said = new Set<string>();
    for (const mode of ["development", "production"] as const) {
      const traits = environment.urlTraits("NEXTAUTH_URL", mode);
      const path = environment.fileOf("NEXTAUTH_URL", mode);
      if (!traits || traits === "invalid" || traits.path === "auth" || !path || said.has(path) || isComposed(project, path, "NEXTAUTH_URL"))
        continue;
      said.add(path);
      found(
        ...placeInEnv(project, path, "NEXTAUTH_URL"),
        `The app lives below ${basePath}, and NEXTAUTH_URL does not lead to ${basePath}/api/auth.`,
      );
    }
  },
});

/** `env: { NEXTAUTH_URL }` is built into the browser's code; a rewrite without the base path answers /api/auth. */
function reachesBrowser(project: Project): boolean {
  const config = nextConfig(project);
  const env = config?.setting("env");
  return (env !== undefined && propertyValue(env, "NEXTAUTH_URL") !== undefined) || /basePath:\s*false/.test(config?.file.text ?? "");
}
