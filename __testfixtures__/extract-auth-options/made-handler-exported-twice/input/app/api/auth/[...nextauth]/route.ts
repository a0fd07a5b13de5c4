import { makeAuthHandler } from "@/lib/handler";

// next-auth answers below this folder.
export const handler = makeAuthHandler();

export { handler as GET, handler as POST };
