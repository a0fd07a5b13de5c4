import { getServerSession } from "next-auth";
import type { Visitor } from "./visitor";
import { authOptions } from "./auth";

export async function recordSignIn(visitor: Visitor) {
  console.log(visitor.name);
}

export async function recordVisit() {
  const session = await getServerSession(authOptions);
  console.log(session?.user?.name);
}
