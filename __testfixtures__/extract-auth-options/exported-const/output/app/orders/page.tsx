import { getServerSession } from "next-auth";
import { authOptions as options } from "@/lib/auth";

export default async function Orders() {
  const session = await getServerSession(options);
  return <p>{session?.user?.email}</p>;
}
