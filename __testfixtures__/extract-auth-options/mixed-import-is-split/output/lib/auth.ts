import type { NextAuthOptions } from "next-auth";
import { User as BaseUser } from "next-auth";
import GitHub from "next-auth/providers/github";

interface Walker extends BaseUser {
  accessToken?: string;
}

export const authOptions: NextAuthOptions = {
  providers: [
    GitHub({
      clientId: process.env.GITHUB_ID ?? "",
      clientSecret: process.env.GITHUB_SECRET ?? "",
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => ({ ...token, key: (user as Walker | undefined)?.accessToken }),
  },
};
