import NextAuth, { type NextAuthOptions } from "next-auth";
import type { Provider } from "next-auth/providers/index";
import GitHub from "next-auth/providers/github";
import Google from "next-auth/providers/google";
import { settings } from "@/lib/settings";

const clientId = process.env.GITHUB_ID;
const clientSecret = process.env.GITHUB_SECRET;

if (!clientId || !clientSecret) {
  throw new Error("GITHUB_ID and GITHUB_SECRET are missing.");
}

settings.retries = 3;

const providers: Provider[] = [GitHub({ clientId, clientSecret })];
providers.push(Google({ clientId: settings.google, clientSecret }));

console.log("auth route loaded");

export const authOptions: NextAuthOptions = { providers };

const handler = NextAuth(authOptions);

export { handler as GET, handler as POST };
