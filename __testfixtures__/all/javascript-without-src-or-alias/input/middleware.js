import { withAuth } from "next-auth/middleware";

export default withAuth({ secret: process.env.SEED_LIBRARY_SECRET });

export const config = { matcher: ["/drawer/:path*"] };
