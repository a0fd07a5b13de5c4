import { getServerSession } from "next-auth";
import { authOptions } from "./auth";

export interface Visitor {
  name: string | null | undefined;
}

export async function visitor(): Promise<Visitor> {
  const session = await getServerSession(authOptions);
  return { name: session?.user?.name };
}
