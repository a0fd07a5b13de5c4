import { getServerSession } from "next-auth";
import { useSession } from "@/lib/session";

export default async function Page() {
  const session = await getServerSession({ providers: [] });
  return <p>{session?.user?.name ?? useSession()}</p>;
}
