import type { NextAuthOptions } from "next-auth";
import GithubProvider from "next-auth/providers/github";

export const authOptions: NextAuthOptions = {
  providers: [GithubProvider({ clientId: process.env.GITHUB_ID!, clientSecret: process.env.GITHUB_SECRET! })],
  cookies: {
    sessionToken: {
      name: "toolshed.session",
      options: { httpOnly: true, sameSite: "lax", secure: true },
    },
  },
};
