import NextAuth from "next-auth";
import GitHub from "next-auth/providers/github";
import { getServerSession } from "next-auth";

export const authOptions = {
  providers: [
    GitHub({
      clientId: process.env.GITHUB_ID,
      clientSecret: process.env.GITHUB_SECRET,
    }),
  ],
};

const handler = NextAuth(authOptions);

export const currentSession = () => getServerSession(authOptions);

export { handler as GET, handler as POST };
