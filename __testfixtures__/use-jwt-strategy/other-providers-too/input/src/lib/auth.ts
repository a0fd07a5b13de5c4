import { PrismaAdapter } from "@next-auth/prisma-adapter";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import GithubProvider from "next-auth/providers/github";
import { prisma } from "./prisma";
import { findUser } from "./users";

export const authOptions: NextAuthOptions = {
  adapter: PrismaAdapter(prisma),
  providers: [
    GithubProvider({ clientId: "id", clientSecret: process.env.GITHUB_SECRET ?? "" }),
    CredentialsProvider({
      credentials: { email: {}, password: {} },
      authorize: (credentials) => findUser(credentials),
    }),
  ],
};
