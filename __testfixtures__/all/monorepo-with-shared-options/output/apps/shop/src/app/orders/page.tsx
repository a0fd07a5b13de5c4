import { getServerSession } from "next-auth";
import { bakeryAuth } from "@bakery/auth";

export default async function OrdersPage() {
  const session = await getServerSession(bakeryAuth);
  return <h1>Orders of {session?.user?.name}</h1>;
}
