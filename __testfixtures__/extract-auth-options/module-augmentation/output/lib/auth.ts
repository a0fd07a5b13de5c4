import type { NextAuthOptions } from "next-auth";
import GitHub from "next-auth/providers/github";
import "next-auth/jwt"; // so that the augmentation below finds it

declare module "next-auth" {
  interface Session {
    plan?: string;
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    plan?: string;
  }
}

export const authOptions: NextAuthOptions = {
  providers: [
    GitHub({
      clientId: process.env.GITHUB_ID ?? "",
      clientSecret: process.env.GITHUB_SECRET ?? "",
    }),
  ],
  callbacks: {
    session: ({ session, token }) => ({ ...session, plan: token.plan }),
  },
};
