import { getServerSession } from "next-auth";
import { authOptions } from "./auth";

export interface Saved {
  by: string;
}

export async function lastSaved(): Promise<Saved> {
  const session = await getServerSession(authOptions);
  return { by: session?.user?.name ?? "" };
}
