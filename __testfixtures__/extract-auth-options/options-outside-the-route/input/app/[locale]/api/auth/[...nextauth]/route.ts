import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { authOptions as base } from "@/server/options";

async function handler(request: NextRequest, context: { params: Promise<{ locale: string; nextauth: string[] }> }) {
  const { locale } = await context.params;
  const authOptions = { ...base, theme: { brandColor: locale } };
  return NextAuth(request, context, authOptions);
}

export { handler as GET, handler as POST };
