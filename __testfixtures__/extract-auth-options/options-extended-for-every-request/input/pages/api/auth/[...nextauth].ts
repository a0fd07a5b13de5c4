import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth, { type NextAuthOptions } from "next-auth";
import { authOptions } from "@/lib/auth";

const getOptions = (req: NextApiRequest): NextAuthOptions => {
  return { ...authOptions, events: { signIn: () => console.log(req.url) } };
};

export default function auth(req: NextApiRequest, res: NextApiResponse) {
  return NextAuth(req, res, getOptions(req));
}
