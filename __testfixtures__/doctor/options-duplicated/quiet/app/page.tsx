import { getServerSession } from "next-auth";
import { authOptions } from "@/lib/auth";
import { auth } from "@/lib/session";

export default async function Page() {
  const session = (await auth()) ?? (await getServerSession(authOptions));
  return <p>{session?.user?.name}</p>;
}
