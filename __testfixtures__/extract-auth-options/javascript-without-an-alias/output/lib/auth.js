import GitHub from "next-auth/providers/github";
import Boat from "../models/boat.js";
import { connect } from "./connect";

export const authOptions = /** @type {import("next-auth").NextAuthOptions} */ ({
  providers: [
    GitHub({
      clientId: process.env.GITHUB_ID,
      clientSecret: process.env.GITHUB_SECRET,
    }),
  ],
  callbacks: {
    async session({ session }) {
      await connect();
      const { rate } = await import("./rate");
      return { ...session, boats: await Boat.count(), rate };
    },
  },
});
