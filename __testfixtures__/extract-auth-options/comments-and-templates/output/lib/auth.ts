/* eslint-disable @typescript-eslint/no-explicit-any */

import type { NextAuthOptions } from "next-auth";
import GitHub from "next-auth/providers/github";
// @ts-ignore: the package has no types
import untyped from "untyped";

/* ---------- Options ---------- */

// Asked once per sign-in.
const QUERY = `
  query {
    viewer { name }
  }
`;

export const authOptions: NextAuthOptions = {
  providers: [
    // Google({ clientId, clientSecret }),
    GitHub({
      clientId: process.env.GITHUB_ID ?? "",
      clientSecret: process.env.GITHUB_SECRET ?? "",
    }),
  ],
  callbacks: {
    async session({ session }) {
      const title = `
  Viewer
    of the week`;
      return { ...session, viewer: await untyped(QUERY + title) };
    },
  },
  // pages: { signIn: "/sign-in" },
};
