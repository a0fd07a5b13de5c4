import { withAuth } from "next-auth/middleware";

export default withAuth({ secret: process.env.SESSION_SECRET });

export const config = { matcher: ["/dashboard/:path*"] };
