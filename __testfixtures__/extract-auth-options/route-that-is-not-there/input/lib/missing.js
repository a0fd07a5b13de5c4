import { authOptions, isAdmin } from "@/app/api/auth/[...nextauth]/route";

export const admin = () => isAdmin(authOptions);
