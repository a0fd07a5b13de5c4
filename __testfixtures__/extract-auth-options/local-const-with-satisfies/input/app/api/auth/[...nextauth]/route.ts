import NextAuth, { AuthOptions, NextAuthOptions } from "next-auth";
import GitHub from "next-auth/providers/github";

const options: AuthOptions = {
  providers: [
    GitHub({
      clientId: process.env.GITHUB_ID ?? "",
      clientSecret: process.env.GITHUB_SECRET ?? "",
    }),
  ],
} satisfies NextAuthOptions;

const handler = NextAuth(options);

export { handler as GET, handler as POST };
