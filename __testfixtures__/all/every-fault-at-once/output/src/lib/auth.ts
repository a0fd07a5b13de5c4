import { PrismaAdapter } from "@auth/prisma-adapter";
import { compare } from "bcryptjs";
import { type NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { prisma } from "./prisma";

// Skippers sign in with the number of their berth.
const findSkipper = (berth: string) => prisma.skipper.findUnique({ where: { berth } });

export const authOptions: NextAuthOptions = {
  adapter: PrismaAdapter(prisma),
  session: { strategy: "jwt" },
  providers: [
    CredentialsProvider({
      name: "Berth",
      credentials: {
        berth: { label: "Berth" },
        password: { label: "Password", type: "password" },
      },
      async authorize(credentials) {
        const skipper = await findSkipper(credentials?.berth ?? "");
        const known = skipper && (await compare(credentials?.password ?? "", skipper.password));
        return known ? { id: skipper.id, name: skipper.name, role: skipper.role } : null;
      },
    }),
  ],
  callbacks: {
    jwt({ token, user }) {
      if (user) token.role = user.role;
      return token;
    },
    session({ session, token }) {
      session.user.id = token.sub ?? "";
      session.user.role = String(token.role);
      return session;
    },
  },
  pages: { signIn: "/login" },
};
