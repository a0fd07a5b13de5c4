import { getServerSession } from "next-auth";
import { authOptions, isAdmin } from "./api/auth/[...nextauth]/route";

export default async function Page() {
  const session = await getServerSession(authOptions);
  return <p>{String(isAdmin(session?.user?.name ?? ""))}</p>;
}
