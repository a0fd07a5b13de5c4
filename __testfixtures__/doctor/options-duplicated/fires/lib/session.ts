import { getServerSession } from "next-auth";

const options = { providers: [], secret: process.env.NEXTAUTH_SECRET };

export const auth = () => getServerSession(options);
