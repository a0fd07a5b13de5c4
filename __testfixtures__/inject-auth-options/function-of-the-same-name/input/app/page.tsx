import { getServerSession } from "@/lib/get-server-session";

export default async function Page() {
  const session = await getServerSession();
  return <p>{session?.user?.name}</p>;
}
