import type { NextAuthOptions } from "next-auth";
import GitHub from "next-auth/providers/github";
import { findMember } from "@/db/members";

export const authOptions: NextAuthOptions = {
  providers: [
    GitHub({
      clientId: process.env.GITHUB_ID ?? "",
      clientSecret: process.env.GITHUB_SECRET ?? "",
    }),
  ],
  callbacks: {
    async session({ session }) {
      // The club's number is shown on every page.
      const member = await findMember(session.user?.email);
      return { ...session, number: member?.number };
    },
  },
};
