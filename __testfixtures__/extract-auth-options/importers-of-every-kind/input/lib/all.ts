import * as route from "@/app/api/auth/[...nextauth]/route";

export const count = route.authOptions.providers.length;
