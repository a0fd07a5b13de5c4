import { getServerSession } from "next-auth";
import { headers } from "next/headers";

export default async function Page() {
  const session = await getServerSession();
  return <p>{session?.user?.name}</p>;
}
