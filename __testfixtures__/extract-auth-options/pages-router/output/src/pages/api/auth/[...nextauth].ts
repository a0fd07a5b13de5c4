import NextAuth from "next-auth";
import { authOptions } from "../../../lib/auth";

export const config = { api: { externalResolver: true } };

export default NextAuth(authOptions);
