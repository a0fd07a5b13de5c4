import NextAuth, { type NextAuthOptions } from "next-auth";
import GithubProvider from "next-auth/providers/github";
import "@/lib/dates";

Object.assign(Map.prototype, { toJSON: () => "a map" });
console.log("auth is loaded");

export const authOptions: NextAuthOptions = {
  providers: [GithubProvider({ clientId: process.env.GITHUB_ID!, clientSecret: process.env.GITHUB_SECRET! })],
};

const handler = NextAuth(authOptions);

export { handler as GET, handler as POST };
