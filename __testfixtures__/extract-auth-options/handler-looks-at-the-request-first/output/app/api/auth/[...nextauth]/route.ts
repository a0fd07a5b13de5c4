// SPDX-License-Identifier: MIT
import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { authOptions } from "@/lib/auth";

const handler = async (request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }) => {
  if (!okPath(request.nextUrl.pathname)) return new Response(null, { status: 404 });
  return NextAuth(request, context, authOptions);
};

function okPath(path: string) {
  return !path.endsWith("/error");
}

export { handler as GET, handler as POST };
