import { PrismaAdapter } from "@next-auth/prisma-adapter";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { sessionOptions } from "session-settings";
import { prisma } from "./prisma";
import { findUser } from "./users";

export const authOptions: NextAuthOptions = {
  adapter: PrismaAdapter(prisma), // users live there
  session: sessionOptions(),
  providers: [
    CredentialsProvider({
      credentials: { email: {}, password: {} },
      authorize: (credentials) => findUser(credentials),
    }),
  ],
};
