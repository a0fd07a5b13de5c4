import { getServerSession, type NextAuthOptions } from "next-auth";
import GitHub from "next-auth/providers/github";

export const config = {
  providers: [
    GitHub({
      clientId: process.env.GITHUB_ID ?? "",
      clientSecret: process.env.GITHUB_SECRET ?? "",
    }),
  ],
  session: { maxAge: 60 },
} satisfies NextAuthOptions;

export const auth = () => getServerSession(config);
