import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth";

export const dynamic = "force-dynamic";

// Answers every /api/auth request.
const handler = NextAuth(authOptions);

export { handler as GET, handler as POST };
