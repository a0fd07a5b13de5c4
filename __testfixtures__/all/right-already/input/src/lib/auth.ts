import { PrismaAdapter } from "@auth/prisma-adapter";
import { PrismaClient } from "@prisma/client";
import { getServerSession, type NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";

export const authOptions: NextAuthOptions = {
  adapter: PrismaAdapter(new PrismaClient()),
  session: { strategy: "jwt" },
  providers: [
    CredentialsProvider({
      credentials: { hive: { label: "Hive" } },
      authorize: (credentials) => (credentials?.hive ? { id: credentials.hive } : null),
    }),
  ],
};

export const auth = () => getServerSession(authOptions);
