import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import GithubProvider from "next-auth/providers/github";

async function handler(req: NextRequest, context: { params: { nextauth: string[] } }) {
  return NextAuth(req, context, {
    debug: req.nextUrl.searchParams.has("debug"),
    providers: [GithubProvider({ clientId: process.env.GITHUB_ID!, clientSecret: process.env.GITHUB_SECRET! })],
  });
}

export { handler as GET, handler as POST };
