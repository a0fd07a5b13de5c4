import { getServerSession } from "next-auth";
import { unstable_cache } from "next/cache";
import { authOptions } from "@/lib/auth";

export const getOrders = unstable_cache(async () => {
  const session = await getServerSession(authOptions);
  return [session?.user?.name];
});

export async function getName() {
  "use cache";
  const session = await getServerSession(authOptions);
  return session?.user?.name;
}
