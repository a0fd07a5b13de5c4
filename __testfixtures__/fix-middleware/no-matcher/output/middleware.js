import { getToken } from "next-auth/jwt";
import { NextResponse } from "next/server";

// Everybody has to be signed in.
export default async function middleware(req) {
  const session = await getToken({ req, secret: process.env.NEXTAUTH_SECRET });
  const onLogin = req.nextUrl.pathname.startsWith("/login");
  if (!session && !onLogin) {
    const url = req.nextUrl.clone();
    url.pathname = "/login";
    return NextResponse.redirect(url);
  }
}

export const config = {
  matcher: ["/((?!api/auth|_next/static|_next/image|favicon.ico).*)"],
};
