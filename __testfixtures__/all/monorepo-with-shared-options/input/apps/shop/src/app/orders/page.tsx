import { getServerSession } from "next-auth";

export default async function OrdersPage() {
  const session = await getServerSession();
  return <h1>Orders of {session?.user?.name}</h1>;
}
