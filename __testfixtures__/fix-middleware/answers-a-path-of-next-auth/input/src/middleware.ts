import { getToken } from "next-auth/jwt";
import { NextResponse, type NextRequest } from "next/server";

export async function middleware(request: NextRequest) {
  const token = await getToken({ req: request });
  const { pathname } = request.nextUrl;
  if (pathname === "/api/auth/signin" && token) return NextResponse.redirect(new URL("/", request.url));
  if (pathname.startsWith("/items") && !token) return NextResponse.redirect(new URL("/api/auth/signin", request.url));
  return NextResponse.next();
}
