import { getServerSession } from "next-auth";
import { authOptions } from "@/lib/auth";

export const dynamic = "force-static";

export async function POST() {
  return Response.json(await getServerSession(authOptions));
}
