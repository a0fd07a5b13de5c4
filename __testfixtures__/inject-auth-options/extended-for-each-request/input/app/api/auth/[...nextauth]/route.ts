import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions as base } from "@/lib/auth";

const handler = async (req: NextRequest, context: { params: Promise<{ nextauth: string[] }> }) => {
  const authOptions = { ...base, debug: req.nextUrl.searchParams.has("debug") };
  return NextAuth(authOptions)(req, context);
};

export { handler as GET, handler as POST };
