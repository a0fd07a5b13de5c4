import { getServerSession } from "next-auth";
import { NextResponse, type NextRequest } from "next/server";
import { authOptions } from "@/lib/auth";

export const config = {
  matcher: ["/account/:path*", "/api/:path*"],
};

export async function middleware(request: NextRequest) {
  const session = await getServerSession(authOptions);
  if (session) return NextResponse.next();
  if (request.nextUrl.pathname.startsWith("/api")) {
    return NextResponse.json({ error: "Sign in first" }, { status: 401 });
  }
  return NextResponse.redirect(new URL("/sign-in", request.url));
}
