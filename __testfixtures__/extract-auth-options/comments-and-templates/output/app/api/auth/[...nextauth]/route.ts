/* eslint-disable @typescript-eslint/no-explicit-any */
import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth";
// import Google from "next-auth/providers/google";

function handler(request: Request, context: any) {
  return NextAuth(request as any, context, authOptions);
}

// Both methods go to the same place.
export { handler as GET, handler as POST };
