import GitHub from "next-auth/providers/github";
import { getServerSession } from "next-auth";

export const authOptions = {
  providers: [
    GitHub({
      clientId: process.env.GITHUB_ID,
      clientSecret: process.env.GITHUB_SECRET,
    }),
  ],
};

export const currentSession = () => getServerSession(authOptions);
