import { isAdmin } from "@/app/api/auth/[...nextauth]/route";
import { authOptions } from "./auth";

export const admin = () => isAdmin(authOptions);
