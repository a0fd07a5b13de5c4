import NextAuth from "next-auth";
import GitHub from "next-auth/providers/github";
import Boat from "../../../../models/boat.js";
import { connect } from "../../../../lib/connect";

const handler = NextAuth(
  /** @type {import("next-auth").NextAuthOptions} */ ({
    providers: [
      GitHub({
        clientId: process.env.GITHUB_ID,
        clientSecret: process.env.GITHUB_SECRET,
      }),
    ],
    callbacks: {
      async session({ session }) {
        await connect();
        const { rate } = await import("./../../../../lib/rate");
        return { ...session, boats: await Boat.count(), rate };
      },
    },
  }),
);

export { handler as GET, handler as POST };
