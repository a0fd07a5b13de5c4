"use server";

import { getServerSession } from "next-auth";
import { options } from "@/lib/auth";

export async function subscribe(station: string) {
  const session = await getServerSession(options);
  if (!session) throw new Error("Sign in first.");
  return `${session.user?.name} subscribed to ${station}`;
}
