import { createHash } from "node:crypto";
import type { NextAuthOptions } from "next-auth";
import GitHub from "next-auth/providers/github";

// Passwords are never stored as they are.
export const hashPassword = (password: string) => createHash("sha256").update(password).digest("hex");

export const authOptions: NextAuthOptions = {
  providers: [
    GitHub({
      clientId: process.env.GITHUB_ID ?? "",
      clientSecret: process.env.GITHUB_SECRET ?? "",
    }),
  ],
};
