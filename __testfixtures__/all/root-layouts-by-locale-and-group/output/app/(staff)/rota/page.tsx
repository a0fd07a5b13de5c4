import { getServerSession } from "next-auth";
import { authOptions } from "@/lib/auth";

export default async function RotaPage() {
  const session = await getServerSession(authOptions);
  return <h1>Rota of {session?.user?.name}</h1>;
}
