import type { NextAuthOptions } from "next-auth";
import GithubProvider from "next-auth/providers/github";
import { prefix } from "./prefix";
import { recordSignIn } from "./record";
import type { Visitor } from "./visitor";

export const authOptions: NextAuthOptions = {
  providers: [GithubProvider({ name: prefix("GitHub"), clientId: process.env.GITHUB_ID!, clientSecret: process.env.GITHUB_SECRET! })],
  events: { signIn: ({ user }) => recordSignIn({ name: user.name } as Visitor) },
};
