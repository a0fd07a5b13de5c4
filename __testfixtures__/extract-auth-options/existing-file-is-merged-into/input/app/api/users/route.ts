import { getServerSession } from "next-auth";
import { hashPassword } from "@/lib/auth";
import { authOptions } from "../auth/[...nextauth]/route";

export async function POST(request: Request) {
  const session = await getServerSession(authOptions);
  return Response.json({ by: session?.user?.name, hash: hashPassword(await request.text()) });
}
