import type { NextAuthOptions } from "next-auth";
import type { OAuthConfig } from "next-auth/providers/oauth";
import Credentials from "next-auth/providers/credentials";
import { headers } from "next/headers";

import { createPool } from "@/db/pool";

/** What the identity service tells of a reader. */
interface Reader {
  sub: string;
  card: string;
}

const scopes = ["openid", "card"].join(" ");
const query = new URLSearchParams({ scope: scopes });
const LOGIN = `https://id.example.org/authorize?${query}`;

// One pool for the whole process.
const pool = createPool(); // opened on first use

const makeService = (): OAuthConfig<Reader> | null =>
  process.env.ID_SERVICE
    ? {
        id: "service",
        name: "Service",
        type: "oauth",
        authorization: LOGIN,
        profile: (reader) => ({ id: reader.sub }),
      }
    : null;

export const authOptions: NextAuthOptions = {
  providers: [
    ...(makeService() ? [makeService()!] : []),
    Credentials({
      credentials: { card: { label: "Card" } },
      authorize: (credentials) => findReader(credentials?.card),
    }),
  ],
};

async function findReader(card: string | undefined) {
  const address = await remoteAddress();
  return card ? pool.find(card, address) : null;
}

const remoteAddress = async () => (await headers()).get("x-forwarded-for");
