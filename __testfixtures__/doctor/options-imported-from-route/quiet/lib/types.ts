import type * as route from "@/app/api/auth/[...nextauth]/route";

export type Route = typeof route;
