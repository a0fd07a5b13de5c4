import { getServerSession } from "next-auth";
import { authOptions } from "@/lib/auth";

export async function GET() {
  const { user } = getServerSession(authOptions);
  return Response.json(user);
}
