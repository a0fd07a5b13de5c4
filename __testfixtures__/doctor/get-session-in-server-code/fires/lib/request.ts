import { getSession } from "next-auth/react";

export async function request(path: string) {
  const session = await getSession();
  return fetch(path, { headers: { "x-user": session?.user?.email ?? "" } });
}
