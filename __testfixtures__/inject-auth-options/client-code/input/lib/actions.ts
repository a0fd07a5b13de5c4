"use server";

import { getServerSession } from "next-auth";

export async function save() {
  const session = await getServerSession();
  console.log(session?.user?.email);
}
