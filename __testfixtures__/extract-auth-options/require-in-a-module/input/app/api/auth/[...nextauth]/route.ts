import GitHub from "next-auth/providers/github";
const NextAuth = require("next-auth").default;
const { join } = require("node:path");

export const authOptions = {
  providers: [
    GitHub({
      clientId: process.env.GITHUB_ID ?? "",
      clientSecret: process.env.GITHUB_SECRET ?? "",
    }),
  ],
  pages: { signIn: join("/", "sign-in") },
};

const answer = NextAuth(authOptions);

export function GET(request: Request, context: unknown) {
  return answer(request, context, join("/", "get"));
}

export { answer as POST };
