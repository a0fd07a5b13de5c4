import { getServerSession } from "next-auth";
import { unstable_cache } from "next/cache";
import { cache } from "react";
import { authOptions } from "@/lib/auth";

export const auth = cache(async () => getServerSession(authOptions));

const ordersOf = unstable_cache(async (name: string) => [name]);

export async function getOrders() {
  const session = await getServerSession(authOptions);
  return ordersOf(session?.user?.name ?? "");
}

export async function getName() {
  "use cache: private";
  const session = await getServerSession(authOptions);
  return session?.user?.name;
}
