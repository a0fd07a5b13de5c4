// Only those who signed in see the stations.
export { default } from "next-auth/middleware";

export const config = { matcher: ["/stations/:path*"] };
