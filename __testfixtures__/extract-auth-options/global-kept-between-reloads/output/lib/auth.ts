import type { NextAuthOptions } from "next-auth";
import GitHub from "next-auth/providers/github";
import { openDatabase, type Database } from "@/db/open";

declare global {
  var shelfDatabase: Database | undefined;
}

const database = globalThis.shelfDatabase ?? openDatabase();

if (process.env.NODE_ENV !== "production") globalThis.shelfDatabase = database;

export const authOptions: NextAuthOptions = {
  providers: [
    GitHub({
      clientId: process.env.GITHUB_ID ?? "",
      clientSecret: process.env.GITHUB_SECRET ?? "",
    }),
  ],
  events: { signIn: ({ user }) => database.note(user.id) },
};
