import { getServerSession } from "next-auth";
import { authOptions } from "@/app/api/auth/[...nextauth]/route";

export const currentUser = async () => (await getServerSession(authOptions))?.user;
