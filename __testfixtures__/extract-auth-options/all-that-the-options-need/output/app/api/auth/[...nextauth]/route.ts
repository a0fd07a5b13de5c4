/*
 * Lending library, licensed to its members.
 */

import NextAuth from "next-auth";

import { log } from "@/lib/log";
import { authOptions } from "@/lib/auth";

const startedAt = Date.now();

const handler = NextAuth(authOptions);

export function GET(request: Request, context: unknown) {
  log(`up since ${startedAt}`);
  return handler(request, context);
}

export { handler as POST };
