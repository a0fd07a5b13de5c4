import { getServerSession } from "next-auth";
import { authOptions } from "../lib/auth";

export async function Greeting() {
  const session = await getServerSession(authOptions);
  return <p>{session?.user?.name ?? "Nobody"}</p>;
}
