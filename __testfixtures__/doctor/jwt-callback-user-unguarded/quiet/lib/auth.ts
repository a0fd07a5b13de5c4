import type { NextAuthOptions } from "next-auth";
import GitHub from "next-auth/providers/github";

export const authOptions: NextAuthOptions = {
  providers: [GitHub({ clientId: process.env.GITHUB_ID!, clientSecret: process.env.GITHUB_SECRET! })],
  callbacks: {
    async jwt({ token, user, account, profile }) {
      if (!account) return token;
      token.id = user.id;
      token.login = profile?.name;
      return account.type === "oauth" ? { ...token, access: account.access_token } : token;
    },
  },
};
