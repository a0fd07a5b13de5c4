/** Where NextAuth.js or Next.js document what a transform brings. */
const documentation: Record<string, string> = {
  "extract-auth-options": "https://next-auth.js.org/configuration/nextjs#getserversession",
  "inject-auth-options": "https://next-auth.js.org/configuration/nextjs#getserversession",
  "wrap-root-layout": "https://next-auth.js.org/getting-started/client#sessionprovider",
  "add-loading-branches": "https://next-auth.js.org/getting-started/client#usesession",
  "fix-middleware": "https://next-auth.js.org/configuration/nextjs#middleware",
  "use-jwt-strategy": "https://next-auth.js.org/configuration/providers/credentials",
  "add-auth-env": "https://next-auth.js.org/configuration/options#environment-variables",
};

export function documentationOf(transform: string): string | undefined {
  return documentation[transform];
}
