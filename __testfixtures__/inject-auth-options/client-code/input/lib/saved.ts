import { getServerSession } from "next-auth";

export interface Saved {
  by: string;
}

export async function lastSaved(): Promise<Saved> {
  const session = await getServerSession();
  return { by: session?.user?.name ?? "" };
}
