import { getServerSession } from "next-auth/next";
import { authOptions } from "@/lib/auth";

const OrdersPage = async () => {
  const [session, orders] = await Promise.all([getServerSession(authOptions), Promise.resolve([1, 2])]);
  const again = await getServerSession(authOptions).then((found) => found?.user);
  return (
    <p>
      {session?.user?.email} {orders.length} {again?.name}
    </p>
  );
};

export default OrdersPage;
