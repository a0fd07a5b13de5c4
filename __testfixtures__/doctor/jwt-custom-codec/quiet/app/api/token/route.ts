import { getToken } from "next-auth/jwt";
import type { NextRequest } from "next/server";

export async function GET(req: NextRequest) {
  return Response.json(await getToken({ req, raw: true }));
}
