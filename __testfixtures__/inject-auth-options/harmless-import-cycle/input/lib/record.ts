import { getServerSession } from "next-auth";

export async function record(name: string | null | undefined) {
  console.log(name);
}

export async function recordVisit() {
  const session = await getServerSession();
  await record(session?.user?.name);
}
