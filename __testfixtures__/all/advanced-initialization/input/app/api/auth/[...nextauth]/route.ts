import NextAuth from "next-auth";
import GitHub from "next-auth/providers/github";
import type { NextRequest } from "next/server";

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

async function auth(request: NextRequest, context: Context) {
  const isFirstNight = request.cookies.has("first-night");

  return NextAuth(request, context, {
    providers: [GitHub({ clientId: process.env.GITHUB_ID ?? "", clientSecret: process.env.GITHUB_SECRET ?? "" })],
    pages: { newUser: isFirstNight ? "/tour" : "/" },
  });
}

export { auth as GET, auth as POST };
