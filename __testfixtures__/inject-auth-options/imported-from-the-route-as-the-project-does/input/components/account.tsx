import { getServerSession } from "next-auth";

export async function Account() {
  const session = await getServerSession();
  return <p>{session?.user?.name}</p>;
}
