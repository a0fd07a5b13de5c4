import type { NextAuthOptions } from "next-auth";
import { readSecret } from "vault";

export const authOptions: NextAuthOptions = {
  secret: readSecret(),
  providers: [],
};
