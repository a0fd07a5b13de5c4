import NextAuth, { type NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { adapter } from "@/lib/adapter";

const credentials = Credentials({ credentials: {}, authorize: async () => ({ id: "1" }) });

export const authOptions: NextAuthOptions = { adapter, session: { strategy: "jwt" }, providers: [credentials] };

const handler = NextAuth(authOptions);

export { handler as GET, handler as POST };
