"use server";

import { getSession } from "next-auth/react";

export async function save() {
  const session = await getSession();
  console.log(session?.user?.email);
}
