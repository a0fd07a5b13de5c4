"use server";

import { getServerSession } from "next-auth";

export async function subscribe(station: string) {
  const session = await getServerSession();
  if (!session) throw new Error("Sign in first.");
  return `${session.user?.name} subscribed to ${station}`;
}
