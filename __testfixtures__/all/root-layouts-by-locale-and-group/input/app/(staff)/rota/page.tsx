import { getServerSession } from "next-auth";

export default async function RotaPage() {
  const session = await getServerSession();
  return <h1>Rota of {session?.user?.name}</h1>;
}
