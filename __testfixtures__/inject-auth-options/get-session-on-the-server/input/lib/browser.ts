import { getSession } from "next-auth/react";

export async function refresh() {
  return getSession();
}
