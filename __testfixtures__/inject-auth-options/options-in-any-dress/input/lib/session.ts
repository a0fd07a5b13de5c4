import type { GetServerSidePropsContext, NextApiRequest, NextApiResponse } from "next";
import { getServerSession, type NextAuthOptions } from "next-auth";
import { authOptions } from "./auth";

export function auth(...args: [GetServerSidePropsContext["req"], GetServerSidePropsContext["res"]] | [NextApiRequest, NextApiResponse] | []) {
  return getServerSession(...args, authOptions);
}

export function sessionBy(options: NextAuthOptions) {
  return getServerSession(options);
}

export const getAuthSession = () => getServerSession(authOptions as any);

const mine = () => authOptions;
export const byCall = () => getServerSession(mine());
