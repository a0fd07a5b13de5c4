import withAuth from "next-auth/middleware";

// Only those who signed in see the stations.
export default withAuth;

export const config = { matcher: ["/stations/:path*"] };
