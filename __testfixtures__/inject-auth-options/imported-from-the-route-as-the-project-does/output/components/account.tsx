import { getServerSession } from "next-auth";
import { authOptions } from "@/app/api/auth/[...nextauth]/route";

export async function Account() {
  const session = await getServerSession(authOptions);
  return <p>{session?.user?.name}</p>;
}
