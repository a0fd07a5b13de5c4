import { getSession } from "next-auth/react";

export async function headersOf() {
  const session = await getSession();
  return { "x-user": session?.user?.email ?? "" };
}
