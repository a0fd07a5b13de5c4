import { getServerSession } from "next-auth";
import { redirect } from "next/navigation";
import { authOptions } from "@/lib/auth";

export default async function StockPage() {
  const session = await getServerSession(authOptions);
  if (!session) redirect("/enter");
  return <h1>Flour, yeast, salt</h1>;
}
