"use server";

import { getServerSession } from "next-auth";
import { authOptions } from "./auth";

export async function save() {
  const session = await getServerSession(authOptions);
  console.log(session?.user?.email);
}
