import { getServerSession } from "next-auth";
import { authOptions } from "@/lib/auth";

export default async function Page() {
  const session = getServerSession(authOptions);
  if (!session) return <p>Please sign in.</p>;
  return <p>{session.user.name}</p>;
}
