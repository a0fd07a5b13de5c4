import NextAuth from "next-auth";
import GitHub from "next-auth/providers/github";
import type { NextRequest } from "next/server";

async function handler(request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }) {
  const path = request.nextUrl.pathname;
  return NextAuth(request, context, {
    providers: [
      GitHub({
        clientId: process.env.GITHUB_ID ?? "",
        clientSecret: process.env.GITHUB_SECRET ?? "",
      }),
    ],
    callbacks: {
      redirect: ({ baseUrl }) => baseUrl + path,
    },
  });
}

export { handler as GET, handler as POST };
