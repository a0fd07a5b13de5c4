import { getServerSession } from "next-auth";
import options from "@/lib/next-auth";

export default async function Page() {
  const session = await getServerSession(options);
  return <p>{session?.user?.name}</p>;
}
