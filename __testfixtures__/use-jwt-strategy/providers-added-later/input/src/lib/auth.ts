import { PrismaAdapter } from "@next-auth/prisma-adapter";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { prisma } from "./prisma";
import { findUser } from "./users";

export const authOptions: NextAuthOptions = {
  adapter: PrismaAdapter(prisma),
  providers: [],
};

authOptions.providers.push(
  CredentialsProvider({
    credentials: {},
    authorize: (credentials) => findUser(credentials),
  }),
);
