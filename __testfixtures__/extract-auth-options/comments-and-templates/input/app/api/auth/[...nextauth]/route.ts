/* eslint-disable @typescript-eslint/no-explicit-any */
import NextAuth from "next-auth";
import GitHub from "next-auth/providers/github";
// @ts-ignore: the package has no types
import untyped from "untyped";
// import Google from "next-auth/providers/google";

/* ---------- Options ---------- */

// Asked once per sign-in.
const QUERY = `
  query {
    viewer { name }
  }
`;

function handler(request: Request, context: any) {
  return NextAuth(request as any, context, {
    providers: [
      // Google({ clientId, clientSecret }),
      GitHub({
        clientId: process.env.GITHUB_ID ?? "",
        clientSecret: process.env.GITHUB_SECRET ?? "",
      }),
    ],
    callbacks: {
      async session({ session }) {
        const title = `
  Viewer
    of the week`;
        return { ...session, viewer: await untyped(QUERY + title) };
      },
    },
    // pages: { signIn: "/sign-in" },
  });
}

// Both methods go to the same place.
export { handler as GET, handler as POST };
