import NextAuth from "next-auth";

import { authOptions } from "./auth";

export function makeAuthHandler() {
  return NextAuth(authOptions);
}
