import { getServerSession } from "next-auth";
import { authOptions, isAdmin } from "../lib/auth";

export default async function Page() {
  const session = await getServerSession(authOptions);
  return <p>{String(isAdmin(session?.user?.name ?? ""))}</p>;
}
