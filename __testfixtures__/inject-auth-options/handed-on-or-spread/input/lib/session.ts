import type { GetServerSidePropsContext } from "next";
import { getServerSession, unstable_getServerSession } from "next-auth";
import { cache } from "react";
import { authOptions } from "./auth";

export type Found = Awaited<ReturnType<typeof getServerSession>>;

export const cachedSession = cache(getServerSession);
export const auth = (...args: [GetServerSidePropsContext["req"], GetServerSidePropsContext["res"], typeof authOptions] | []) => getServerSession(...args);
export const old = () => unstable_getServerSession();
export const swapped = (req: any) => (getServerSession as any)(req, authOptions);
