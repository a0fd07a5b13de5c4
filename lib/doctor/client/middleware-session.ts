import { gte } from "semver";
import { installedVersion } from "../../next-auth/installed-version.ts";
import { middlewareOf } from "../../next-auth/middleware.ts";
import { hasAdapter, optionObjects, sessionStrategy } from "../../next-auth/option-fields.ts";
import { readerField, tokenReaders } from "../../next-auth/token-readers.ts";
import { definitionOf } from "../../project/definition.ts";
import { filesLoadedBy } from "../../project/module-graph.ts";
import type { Project } from "../../project/project.ts";
import { importBindings } from "../../syntax/imports.ts";
import { defineCause } from "../cause.ts";
import { MIDDLEWARE_DOCS, PROXY_DOCS } from "./docs.ts";

export const mwDatabase = defineCause({
  name: "mw-database-sessions",
  severity: "error",
  summary: "next-auth's middleware guards an app whose sessions are in a database.",
  why: "withAuth and getToken read tokens only. With database sessions the cookie holds a session's id and no token: everybody who is signed in is taken for signed out, and sent to the sign-in page.",
  help: 'Use session: { strategy: "jwt" }, or guard the pages with getServerSession(authOptions) instead of the middleware.',
  docs: `${MIDDLEWARE_DOCS}`,
  example: {
    broken: 'NextAuth({ adapter: PrismaAdapter(prisma), providers })\nexport { default } from "next-auth/middleware";',
    repaired: 'NextAuth({ adapter: PrismaAdapter(prisma), providers, session: { strategy: "jwt" } })',
  },
  look(project, found) {
    const kept = optionObjects(project).map((options) => {
      const strategy = sessionStrategy(project, options);
      return strategy === "absent" ? (hasAdapter(project, options) ? "adapter" : "jwt") : strategy;
    });
    if (kept.length === 0 || !kept.every((one) => one === "database" || one === "adapter")) return;
    const running = middlewareOf(project).running;
    for (const reader of tokenReaders(project)) {
      const isRunning = running?.file === reader.file && (running.kind === "withAuth" || running.kind === "re-export");
      const isCertain =
        isRunning &&
        reader.kind === "withAuth" &&
        !hasConditionalAdapter(project) &&
        readerField(project, reader, "callbacks").state === "absent";
      found(
        reader.file,
        reader.node,
        `Sessions are kept in the database here (${kept.includes("database") ? 'session.strategy is "database"' : "there is an adapter, and no session.strategy"}), and ${reader.kind} reads tokens only: it takes everybody for signed out.`,
        { severity: isCertain ? "error" : "warning" },
      );
    }
  },
});

/** An adapter that is there under a condition may not be there. */
function hasConditionalAdapter(project: Project): boolean {
  return optionObjects(project).some((options) => {
    const adapter = readerField(project, { kind: "withAuth", file: options.file, node: options.object, options }, "adapter");
    return (
      adapter.state !== "set" ||
      !/^(?:CallExpression|NewExpression|TSAsExpression|Identifier|ObjectExpression)$/.test(definitionOf(project, adapter.value).node.type)
    );
  });
}

const NODE_ONLY =
  /^(?:bcrypt|bcryptjs|argon2|@node-rs\/(?:argon2|bcrypt)|mongoose|mongodb|pg|mysql2?(?:\/promise)?|nodemailer|@prisma\/client|@(?:next-auth|auth)\/(?:prisma|mongodb|typeorm|sequelize|mikro-orm)-adapter|better-sqlite3|ioredis|(?:node:)?(?:crypto|fs|fs\/promises|net|tls|child_process))$/;

/** middleware.* may run in Node.js from here on, where its config says so. https://nextjs.org/blog/next-15-5 */
const NODE_MIDDLEWARE_SINCE = "15.2.0";

export const mwNodeOnly = defineCause({
  name: "mw-imports-node",
  severity: "warning",
  summary: "The middleware brings in code that only runs in Node.js.",
  why: "middleware.* runs in the edge runtime, which has no database drivers, no native modules and little of Node.js. Importing the options for their pages or secret brings in the adapter and all the rest: the middleware fails while it loads, and every request it would guard with it.",
  help: "Import nothing of the options there: read the token with getToken or withAuth, and keep what both need (pages, the cookie's name) in a small file.",
  docs: `${PROXY_DOCS}#runtime`,
  example: {
    broken: 'import { authOptions } from "@/lib/auth"; // imports the database',
    repaired: 'import { withAuth } from "next-auth/middleware";',
  },
  look(project, found) {
    const { running } = middlewareOf(project);
    const next = installedVersion(project, "next");
    if (
      running?.convention !== "middleware" ||
      (next && gte(next, NODE_MIDDLEWARE_SINCE) && /runtime:\s*["']nodejs["']/.test(running.file.text))
    )
      return;
    const ways = new Map<string, string | undefined>([[running.file.path, undefined]]);
    for (const [path] of ways) {
      const file = project.workspace.source(path);
      if (!file?.parses) continue;
      const heavy = importBindings(file).find(
        ({ source, typeOnly, kind }) => !typeOnly && kind === "import" && NODE_ONLY.test(source) && isUsed(file, source),
      );
      if (heavy) {
        const first = firstStep(ways, path);
        const at = importBindings(running.file).find(
          ({ source }) => first !== undefined && project.resolver.resolveFile(source, running.file.path) === first,
        );
        found(
          running.file,
          (at ?? heavy).declaration.start === null || (!at && path !== running.file.path) ? undefined : (at ?? heavy).declaration,
          `The middleware loads ${heavy.source}${path === running.file.path ? "" : ` by way of ${path}`}, which the edge runtime cannot run.`,
        );
        return;
      }
      for (const loaded of filesLoadedBy(project, file)) if (!ways.has(loaded)) ways.set(loaded, path);
    }
  },
});

/** The file that the middleware itself imports, on the way to another one. */
function firstStep(ways: ReadonlyMap<string, string | undefined>, path: string): string | undefined {
  let at = path;
  for (let above = ways.get(at); above !== undefined && ways.get(above) !== undefined; above = ways.get(at)) at = above;
  return ways.get(at) === undefined ? undefined : at;
}

/** TypeScript drops an import of which only types are used: a Prisma type brings no driver. */
function isUsed(file: Parameters<typeof importBindings>[0], source: string): boolean {
  const names = importBindings(file)
    .filter((binding) => binding.source === source && !binding.typeOnly)
    .map(({ local }) => local.name);
  return [...file.nodes("CallExpression"), ...file.nodes("NewExpression")].some(({ callee }) =>
    names.includes(/^\w+/.exec(file.slice(callee))?.[0] ?? ""),
  );
}
