import { withAuth } from "next-auth/middleware";
import { authOptions } from "./lib/auth";

export default withAuth({ pages: authOptions.pages });

export const config = { matcher: ["/dashboard/:path*"] };
