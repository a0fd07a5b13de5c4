import { getServerSession } from "next-auth/next";

export async function GET(request: Request) {
  const session = await getServerSession(request);
  return Response.json(session?.user ?? null);
}
