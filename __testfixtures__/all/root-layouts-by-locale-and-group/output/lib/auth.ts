import { getServerSession, type NextAuthOptions } from "next-auth";
import GoogleProvider from "next-auth/providers/google";

export const authOptions = {
  providers: [
    GoogleProvider({ clientId: process.env.GOOGLE_ID!, clientSecret: process.env.GOOGLE_SECRET! }),
  ],
} satisfies NextAuthOptions;

export async function currentVisitor() {
  const session = await getServerSession(authOptions);
  return session?.user;
}
