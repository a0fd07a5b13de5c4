import NextAuth, { type NextAuthOptions } from "next-auth";
import GitHub from "next-auth/providers/github";

let visits = 0;

export const authOptions: NextAuthOptions = {
  providers: [
    GitHub({
      clientId: process.env.GITHUB_ID ?? "",
      clientSecret: process.env.GITHUB_SECRET ?? "",
    }),
  ],
  theme: { brandColor: String(visits) },
};

const answer = NextAuth(authOptions);

function handler(request: Request, context: unknown) {
  visits += 1;
  return answer(request, context);
}

export { handler as GET, handler as POST };
