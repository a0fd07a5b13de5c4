import { getServerSession } from "next-auth";
import { redirect } from "next/navigation";

export default async function StockPage() {
  const session = await getServerSession();
  if (!session) redirect("/enter");
  return <h1>Flour, yeast, salt</h1>;
}
