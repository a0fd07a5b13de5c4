import { NextRequest, NextResponse } from "next/server";

export const proxy = async (request: NextRequest) => {
  const isSignedIn = request.cookies.has("next-auth.session-token");
  if (!isSignedIn) {
    return NextResponse.redirect(new URL("/welcome", request.nextUrl));
  }
  return NextResponse.next();
};

export const config = {
  matcher: [
    {
      source: "/((?!api/auth|welcome|api/public|_next|.*\\..*).*)",
      missing: [{ type: "header", key: "next-router-prefetch" }],
    },
  ],
};
