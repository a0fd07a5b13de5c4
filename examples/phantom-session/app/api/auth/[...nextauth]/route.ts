import NextAuth, { type DefaultSession } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";

type MemberRole = "member" | "keeper";

declare module "next-auth" {
  interface Session {
    user: { id: string; role: MemberRole } & DefaultSession["user"];
  }

  interface User {
    role: MemberRole;
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    id: string;
    role: MemberRole;
  }
}

// A season's membership: nobody should have to sign in twice in a summer.
const SESSION_MAX_AGE = 90 * 24 * 60 * 60;

// Two accounts to try the shed with, until there is a database to ask.
const accounts = [
  {
    id: "m-014",
    name: "Demo Member",
    email: "member@example.com",
    password: "borrow-a-ladder",
    role: "member" as MemberRole,
  },
  {
    id: "k-001",
    name: "Demo Keeper",
    email: "keeper@example.com",
    password: "count-the-drills",
    role: "keeper" as MemberRole,
  },
];

/** The account behind an email and a password, or null if they don't belong together. */
function findAccount(email = "", password = "") {
  const account = accounts.find((entry) => entry.email === email.trim().toLowerCase());
  if (!account || account.password !== password) {
    return null;
  }
  return { id: account.id, name: account.name, email: account.email, role: account.role };
}

const handler = NextAuth({
  session: { strategy: "jwt", maxAge: SESSION_MAX_AGE },
  pages: { signIn: "/login" },
  providers: [
    CredentialsProvider({
      name: "Toolshed",
      credentials: {
        email: { label: "Email", type: "email" },
        password: { label: "Password", type: "password" },
      },
      async authorize(credentials) {
        return findAccount(credentials?.email, credentials?.password);
      },
    }),
  ],
  callbacks: {
    // `user` is only there right after signing in; later calls get the token alone.
    async jwt({ token, user }) {
      if (user) {
        token.id = user.id;
        token.role = user.role;
      }
      return token;
    },
    async session({ session, token }) {
      session.user.id = token.id;
      session.user.role = token.role;
      return session;
    },
  },
});

export { handler as GET, handler as POST };
