import { getServerSession } from "next-auth";
import { authOptions } from "./auth";

export async function record(name: string | null | undefined) {
  console.log(name);
}

export async function recordVisit() {
  const session = await getServerSession(authOptions);
  await record(session?.user?.name);
}
