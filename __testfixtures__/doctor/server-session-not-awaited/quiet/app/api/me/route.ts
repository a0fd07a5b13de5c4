import { getServerSession } from "next-auth";
import { authOptions } from "@/lib/auth";

export function GET() {
  return getServerSession(authOptions).then((session) => Response.json(session));
}
