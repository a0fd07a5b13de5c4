import { getServerSession } from "next-auth";
import type { Visitor } from "./visitor";

export async function recordSignIn(visitor: Visitor) {
  console.log(visitor.name);
}

export async function recordVisit() {
  const session = await getServerSession();
  console.log(session?.user?.name);
}
