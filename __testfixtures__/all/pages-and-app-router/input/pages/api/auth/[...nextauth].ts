import NextAuth from "next-auth";
import EmailProvider from "next-auth/providers/email";

const ONE_DAY = 24 * 60 * 60;

export default NextAuth({
  session: { strategy: "jwt" },
  providers: [
    EmailProvider({
      server: process.env.EMAIL_SERVER,
      from: "choir@example.com",
      maxAge: ONE_DAY,
    }),
  ],
});
