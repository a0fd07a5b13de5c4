import NextAuth, { User as BaseUser } from "next-auth";
import GitHub from "next-auth/providers/github";

interface Walker extends BaseUser {
  accessToken?: string;
}

const handler = NextAuth({
  providers: [
    GitHub({
      clientId: process.env.GITHUB_ID ?? "",
      clientSecret: process.env.GITHUB_SECRET ?? "",
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => ({ ...token, key: (user as Walker | undefined)?.accessToken }),
  },
});

export { handler as GET, handler as POST };
