export const guarded = ["/log/:path*"];
