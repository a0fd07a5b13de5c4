import { getServerSession } from "next-auth";

export interface Visitor {
  name: string | null | undefined;
}

export async function visitor(): Promise<Visitor> {
  const session = await getServerSession();
  return { name: session?.user?.name };
}
