import { withAuth } from "next-auth/middleware";

export default withAuth({ cookies: { sessionToken: { name: "shop-session" } } });

export const config = { matcher: ["/dashboard/:path*"] };
