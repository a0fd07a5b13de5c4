import { authOptions } from "@/lib/auth";
const NextAuth = require("next-auth").default;
const { join } = require("node:path");

const answer = NextAuth(authOptions);

export function GET(request: Request, context: unknown) {
  return answer(request, context, join("/", "get"));
}

export { answer as POST };
