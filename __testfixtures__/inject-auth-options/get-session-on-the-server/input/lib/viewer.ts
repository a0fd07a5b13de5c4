import { getSession } from "next-auth/react";

export async function viewer() {
  const session = await getSession();
  return session?.user;
}
