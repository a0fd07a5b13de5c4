import { getServerSession as serverSession } from "next-auth";
import { authOptions } from "@/lib/auth";

export default async function Page() {
  const session = await serverSession(authOptions);
  return <p>{session?.user?.name}</p>;
}
