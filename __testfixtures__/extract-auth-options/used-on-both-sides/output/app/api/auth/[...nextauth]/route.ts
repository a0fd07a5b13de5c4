import NextAuth from "next-auth";
import { log } from "@/lib/log";
import { authOptions, type Line, lines, note } from "@/lib/auth";

const answer = NextAuth(authOptions);

async function handler(request: Request, context: unknown) {
  note(request.url);
  const last: Line | undefined = lines.at(-1);
  log(String(last?.at));
  return answer(request, context);
}

export { handler as GET, handler as POST };
