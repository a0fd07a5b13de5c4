import NextAuth, { type NextAuthOptions } from "next-auth";
import GitHub from "next-auth/providers/github";

let brandColor = "#123456";
if (process.env.NODE_ENV === "development") brandColor = "#654321";

export const authOptions: NextAuthOptions = {
  providers: [
    GitHub({
      clientId: process.env.GITHUB_ID ?? "",
      clientSecret: process.env.GITHUB_SECRET ?? "",
    }),
  ],
  theme: { brandColor },
};

const handler = NextAuth(authOptions);

export { handler as GET, handler as POST };
