import { getToken } from "next-auth/jwt";
import { NextResponse, type NextRequest } from "next/server";

async function guard(request: NextRequest) {
  const token = await getToken({ req: request });
  if (token === null) return NextResponse.redirect(new URL("/sign-in", request.url));
}

export { guard as default };

export const config = { matcher: ["/dashboard", "/dashboard/:path*"] };
