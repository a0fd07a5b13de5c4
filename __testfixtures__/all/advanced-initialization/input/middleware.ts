import { getToken } from "next-auth/jwt";
import { NextResponse, type NextRequest } from "next/server";
import { guarded } from "./lib/guarded";

export async function middleware(request: NextRequest) {
  const token = await getToken({ req: request });
  return token ? NextResponse.next() : NextResponse.redirect(new URL("/", request.url));
}

export const config = { matcher: guarded };
