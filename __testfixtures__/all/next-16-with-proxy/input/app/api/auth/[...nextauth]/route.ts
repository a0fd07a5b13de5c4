import NextAuth, { type NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";

export const options: NextAuthOptions = {
  session: { strategy: "jwt" },
  providers: [
    CredentialsProvider({
      credentials: { gauge: { label: "Gauge" } },
      async authorize(credentials) {
        return credentials?.gauge === "low" ? { id: "1", name: "Low tide" } : null;
      },
    }),
  ],
};

const handler = NextAuth(options);

export { handler as GET, handler as POST };
