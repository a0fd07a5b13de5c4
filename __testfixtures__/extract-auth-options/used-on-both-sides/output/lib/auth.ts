import { type NextAuthOptions } from "next-auth";
import GitHub from "next-auth/providers/github";
import { log } from "@/lib/log";

export type Line = { at: number; text: string };

export const lines: Line[] = [];

export function note(text: string) {
  lines.push({ at: Date.now(), text });
  log(text);
}

export const authOptions: NextAuthOptions = {
  providers: [
    GitHub({
      clientId: process.env.GITHUB_ID ?? "",
      clientSecret: process.env.GITHUB_SECRET ?? "",
    }),
  ],
  events: { signIn: () => note("in"), signOut: () => note("out") },
};
