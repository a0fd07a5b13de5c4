import { getToken } from "next-auth/jwt";
import { NextResponse } from "next/server";
import type { NextRequest } from "next/server";

export async function middleware(request: NextRequest) {
  const token = await getToken({ req: request });
  const { pathname } = new URL(request.url);

  if (!token && !/^\/(?:api\/auth|_next|favicon|sign-in)/.test(pathname)) {
    return NextResponse.redirect(new URL("/sign-in", request.url));
  }

  return NextResponse.next();
}

export const config = { matcher: "/:path((?!api/auth|_next/static|_next/image|favicon.ico).*)*" };
