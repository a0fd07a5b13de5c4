import { authOptions } from "@/app/api/auth/[...nextAuth]/route";

export const count = authOptions.providers.length;
