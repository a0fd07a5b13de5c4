import NextAuth, { getServerSession, type NextAuthOptions } from "next-auth";
import GithubProvider from "next-auth/providers/github";

export const authOptions: NextAuthOptions = {
  providers: [GithubProvider({ clientId: process.env.GITHUB_ID!, clientSecret: process.env.GITHUB_SECRET! })],
};

export const readSession = () => getServerSession();
const handler = NextAuth(authOptions);

export { handler as GET, handler as POST };
