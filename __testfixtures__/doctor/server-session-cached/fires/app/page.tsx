import { getName, getOrders } from "@/lib/orders";

export default async function Page() {
  return <p>{await getName()} {(await getOrders()).length}</p>;
}
