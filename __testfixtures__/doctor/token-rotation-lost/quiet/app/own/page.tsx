import { getServerSession } from "@/lib/session";

export default async function Page() {
  const session = await getServerSession();
  return <p>{session.name}</p>;
}
