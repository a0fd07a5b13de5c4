import GitHub from "next-auth/providers/github";

const { join } = require("node:path");

export const authOptions = {
  providers: [
    GitHub({
      clientId: process.env.GITHUB_ID ?? "",
      clientSecret: process.env.GITHUB_SECRET ?? "",
    }),
  ],
  pages: { signIn: join("/", "sign-in") },
};
