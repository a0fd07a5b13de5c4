import NextAuth, { type NextAuthOptions } from "next-auth";
import GitHub from "next-auth/providers/github";

function makeOptions(): NextAuthOptions {
  return {
    providers: [
      GitHub({
        clientId: process.env.GITHUB_ID ?? "",
        clientSecret: process.env.GITHUB_SECRET ?? "",
      }),
    ],
  };
}

const options = makeOptions();
const handler = NextAuth(options);

export { handler as GET, handler as POST };
