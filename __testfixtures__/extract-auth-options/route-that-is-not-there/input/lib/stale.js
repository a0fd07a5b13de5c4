import { authOptions } from "pages/api/auth/[...nextauth]";
import { getServerSession } from "next-auth";

export const readSession = () => getServerSession(authOptions);
