import { makeAuthHandler } from "@/lib/handler";

// next-auth answers below this folder.
const handler = makeAuthHandler();

export { handler as GET, handler as POST };
