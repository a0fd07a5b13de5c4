import { getToken } from "next-auth/jwt";
import { NextResponse } from "next/server";
import type { NextRequest } from "next/server";
import { isPublic } from "@/lib/paths";

export async function middleware(request: NextRequest) {
  const { pathname } = request.nextUrl;
  if (isPublic(pathname)) {
    return NextResponse.next();
  }
  const token = await getToken({ req: request });
  return token ? NextResponse.next() : NextResponse.redirect(new URL("/sign-in", request.url));
}
