import { withAuth } from "next-auth/middleware";
import { unseal } from "./lib/seal";

export default withAuth({ jwt: { decode: ({ token }) => unseal(token) } });

export const config = { matcher: ["/dashboard/:path*"] };
