import type { NextAuthOptions } from "next-auth";
import GithubProvider from "next-auth/providers/github";
import { seal, unseal } from "./seal";

export const authOptions: NextAuthOptions = {
  providers: [GithubProvider({ clientId: process.env.GITHUB_ID!, clientSecret: process.env.GITHUB_SECRET! })],
  jwt: {
    encode: ({ token }) => seal(token),
    decode: ({ token }) => unseal(token),
  },
};
