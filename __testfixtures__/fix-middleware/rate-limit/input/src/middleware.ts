import { NextResponse, type NextRequest } from "next/server";
import { limiter } from "rate-limiting";

export async function middleware(request: NextRequest) {
  const { success } = await limiter.limit(request.headers.get("x-forwarded-for"));
  if (!success) {
    return NextResponse.json({ error: "Slow down" }, { status: 429 });
  }
  return NextResponse.next();
}

export const config = { matcher: "/api/:path*" };
