import NextAuth, { getServerSession, type NextAuthOptions } from "next-auth";
import GithubProvider from "next-auth/providers/github";

/** How people sign in. */
export const options: NextAuthOptions = {
  providers: [GithubProvider({ clientId: process.env.GITHUB_ID!, clientSecret: process.env.GITHUB_SECRET! })],
};

export const handler = NextAuth(options);
export const auth = () => getServerSession(options);
