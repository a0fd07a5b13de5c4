import { getServerSession } from "next-auth";
import { authOptions } from "@/lib/auth";

export default async function TicketsPage() {
  const session = await getServerSession(authOptions);
  return <p>{session?.user?.name}</p>;
}
