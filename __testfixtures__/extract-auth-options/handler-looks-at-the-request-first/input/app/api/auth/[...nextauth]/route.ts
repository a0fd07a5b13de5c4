// SPDX-License-Identifier: MIT
import NextAuth, { type NextAuthOptions } from "next-auth";
import GitHub from "next-auth/providers/github";
import type { NextRequest } from "next/server";

export const authOptions: NextAuthOptions = {
  providers: [
    GitHub({
      clientId: process.env.GITHUB_ID ?? "",
      clientSecret: process.env.GITHUB_SECRET ?? "",
    }),
  ],
};

const handler = async (request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }) => {
  if (!okPath(request.nextUrl.pathname)) return new Response(null, { status: 404 });
  return NextAuth(request, context, authOptions);
};

function okPath(path: string) {
  return !path.endsWith("/error");
}

export { handler as GET, handler as POST };
