import NextAuth from "next-auth";
import "@/lib/dates";
import { authOptions } from "@/lib/auth";

Object.assign(Map.prototype, { toJSON: () => "a map" });
console.log("auth is loaded");

const handler = NextAuth(authOptions);

export { handler as GET, handler as POST };
