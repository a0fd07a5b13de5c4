import { bakeryAuth } from "@bakery/auth";
import NextAuth from "next-auth";

const handler = NextAuth({ ...bakeryAuth, pages: { signIn: "/enter" } });

export { handler as GET, handler as POST };
