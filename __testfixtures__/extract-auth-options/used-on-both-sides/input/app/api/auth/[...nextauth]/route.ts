import NextAuth, { type NextAuthOptions } from "next-auth";
import GitHub from "next-auth/providers/github";
import { log } from "@/lib/log";

type Line = { at: number; text: string };

const lines: Line[] = [];

function note(text: string) {
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

const answer = NextAuth(authOptions);

async function handler(request: Request, context: unknown) {
  note(request.url);
  const last: Line | undefined = lines.at(-1);
  log(String(last?.at));
  return answer(request, context);
}

export { handler as GET, handler as POST };
