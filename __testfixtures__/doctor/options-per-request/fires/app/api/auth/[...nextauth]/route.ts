import NextAuth from "next-auth";
import GitHub from "next-auth/providers/github";

async function handler(request: Request, context: { params: Promise<{ nextauth: string[] }> }) {
  const language = request.headers.get("accept-language");
  return NextAuth(request as never, context as never, {
    providers: [GitHub({ clientId: process.env.GITHUB_ID!, clientSecret: process.env.GITHUB_SECRET! })],
    pages: { signIn: `/login?language=${language}` },
  });
}

export { handler as GET, handler as POST };
