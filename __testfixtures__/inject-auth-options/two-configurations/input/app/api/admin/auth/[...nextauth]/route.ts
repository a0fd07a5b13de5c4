import NextAuth from "next-auth";
import EmailProvider from "next-auth/providers/email";

const handler = NextAuth({ providers: [EmailProvider({ server: process.env.MAIL! })] });

export { handler as GET, handler as POST };
