import type { NextAuthOptions } from "next-auth";
import { bakeryAuth } from "@bakery/auth";

export const authOptions: NextAuthOptions = { ...bakeryAuth, pages: { signIn: "/enter" } };
