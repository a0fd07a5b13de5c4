import { NextResponse, type NextRequest } from "next/server";
import { getToken } from "next-auth/jwt";

// What may be seen without signing in: the shelf, and the door.
const openPages = ["/", "/login"];

export async function middleware(request: NextRequest) {
  if (openPages.includes(request.nextUrl.pathname)) {
    return NextResponse.next();
  }

  const token = await getToken({ req: request });
  if (!token) {
    return NextResponse.redirect(new URL("/login", request.url));
  }

  return NextResponse.next();
}

export const config = {
  matcher: ["/:path*"],
};
