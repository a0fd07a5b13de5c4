import { getServerSession } from "next-auth";

export interface Both {
  name: string;
}

export async function both() {
  return (await getServerSession())?.user?.name;
}
