import { getToken } from "next-auth/jwt";
import { NextResponse, type NextRequest } from "next/server";

export async function middleware(request: NextRequest) {
  const { pathname } = request.nextUrl;
  if (pathname === "/" || pathname === "/login") return NextResponse.next();

  const token = await getToken({ req: request });
  return token ? NextResponse.next() : NextResponse.redirect(new URL("/login", request.url));
}
