import type { Transform } from "../lib/transform.ts";

/** What is known of a transform before it is loaded: enough to list it, and to say where it is documented. */
export interface RegistryEntry {
  /** The command's name. */
  name: string;
  /** What it does, for `list`, `--help` and the README. */
  summary: string;
  /** Where NextAuth.js or Next.js document what it brings. */
  docs: string;
  load(): Promise<Transform>;
}

/** Every transform, in migration order. index.ts is the same list loaded; a test holds them together. */
export const registry: readonly RegistryEntry[] = [
  {
    name: "extract-auth-options",
    summary: "move the NextAuth options out of the route handler into a module that every file can import",
    docs: "https://next-auth.js.org/configuration/nextjs#getserversession",
    load: async () => (await import("./extract-auth-options.ts")).extractAuthOptions,
  },
  {
    name: "inject-auth-options",
    summary: "give getServerSession the options that NextAuth was given",
    docs: "https://next-auth.js.org/configuration/nextjs#getserversession",
    load: async () => (await import("./inject-auth-options.ts")).injectAuthOptions,
  },
  {
    name: "wrap-root-layout",
    summary: "wrap the root layout's content in a client component with next-auth's SessionProvider",
    docs: "https://next-auth.js.org/getting-started/client#sessionprovider",
    load: async () => (await import("./wrap-root-layout.ts")).wrapRootLayout,
  },
  {
    name: "add-loading-branches",
    summary: "make useSession consumers wait while the session loads instead of treating it as signed out",
    docs: "https://next-auth.js.org/getting-started/client#usesession",
    load: async () => (await import("./add-loading-branches.ts")).addLoadingBranches,
  },
  {
    name: "fix-middleware",
    summary: "keep the middleware away from next-auth's own routes and from static files",
    docs: "https://next-auth.js.org/configuration/nextjs#middleware",
    load: async () => (await import("./fix-middleware.ts")).fixMiddleware,
  },
  {
    name: "use-jwt-strategy",
    summary: "let credentials sign-ins last where an adapter is in use",
    docs: "https://next-auth.js.org/configuration/providers/credentials",
    load: async () => (await import("./use-jwt-strategy.ts")).useJwtStrategy,
  },
  {
    name: "add-auth-env",
    summary: "add the environment variables that next-auth needs",
    docs: "https://next-auth.js.org/configuration/options#environment-variables",
    load: async () => (await import("./add-auth-env.ts")).addAuthEnv,
  },
];

/** @returns where the change that a transform makes is documented */
export function documentationOf(transform: string): string | undefined {
  return registry.find(({ name }) => name === transform)?.docs;
}
