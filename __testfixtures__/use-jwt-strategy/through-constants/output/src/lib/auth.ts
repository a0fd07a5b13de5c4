import { PrismaAdapter } from "@next-auth/prisma-adapter";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { prisma } from "./prisma";
import { findUser } from "./users";

const base = { adapter: PrismaAdapter(prisma), session: { strategy: "jwt" as const, maxAge: 3600 } };
const providers = [
  CredentialsProvider({
    credentials: { email: {}, password: {} },
    authorize: (credentials) => findUser(credentials),
  }),
];

export const authOptions: NextAuthOptions = { ...base, providers };
