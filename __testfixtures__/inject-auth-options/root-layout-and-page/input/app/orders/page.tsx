import { getServerSession } from "next-auth/next";

const OrdersPage = async () => {
  const [session, orders] = await Promise.all([getServerSession(), Promise.resolve([1, 2])]);
  const again = await getServerSession(undefined as never).then((found) => found?.user);
  return (
    <p>
      {session?.user?.email} {orders.length} {again?.name}
    </p>
  );
};

export default OrdersPage;
