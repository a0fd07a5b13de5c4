import type { NextAuthOptions } from "next-auth";
import type { JWT } from "next-auth/jwt";
import GithubProvider from "next-auth/providers/github";

async function refreshTokens(token: JWT): Promise<JWT> {
  const body = new URLSearchParams({ grant_type: "refresh_token", refresh_token: String(token.refreshToken) });
  const response = await fetch("https://identity.example.com/token", { method: "POST", body });
  return { ...token, ...((await response.json()) as object) };
}

export const authOptions: NextAuthOptions = {
  providers: [GithubProvider({ clientId: process.env.GITHUB_ID!, clientSecret: process.env.GITHUB_SECRET! })],
  callbacks: {
    async jwt({ token }) {
      return Date.now() < Number(token.expiresAt) ? token : refreshTokens(token);
    },
  },
};
