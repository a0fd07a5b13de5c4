import NextAuth, { type NextAuthOptions } from "next-auth";
import GitHub from "next-auth/providers/github";
import { trim } from "../../../lib/trim";

export const config = { api: { externalResolver: true } };

export const authOptions: NextAuthOptions = {
  providers: [
    GitHub({
      clientId: process.env.GITHUB_ID ?? "",
      clientSecret: process.env.GITHUB_SECRET ?? "",
    }),
  ],
  secret: trim(process.env.NEXTAUTH_SECRET),
};

export default NextAuth(authOptions);
