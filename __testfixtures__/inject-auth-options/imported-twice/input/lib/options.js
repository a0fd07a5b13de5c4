import GithubProvider from "next-auth/providers/github";

/** @type {import("next-auth").NextAuthOptions} */
export const authOptions = {
  providers: [GithubProvider({ clientId: process.env.GITHUB_ID, clientSecret: process.env.GITHUB_SECRET })],
};
