import { getServerSession } from "next-auth";
import { sharedOptions } from "@/server/config";

export default async function Page() {
  const session = await getServerSession(sharedOptions);
  return <p>{session?.user?.name}</p>;
}
